namespace Phira.PluginService.Sandbox.Platform;

/// <summary>The stack a thread has anyway: traps of a guest arrive by other means than signals, as on Windows and macOS.</summary>
internal sealed class OrdinarySignalStack : ISignalStack, IDisposable
{
    /// <inheritdoc />
    public IDisposable Enlarge() => this;

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
