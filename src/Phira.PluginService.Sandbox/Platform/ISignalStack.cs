namespace Phira.PluginService.Sandbox.Platform;

/// <summary>The stack on which a thread that runs guests handles signals.</summary>
internal interface ISignalStack
{
    /// <summary>Gives the calling thread one that is large enough for the engine.</summary>
    /// <returns>Sets the previous one again; to be disposed on the same thread, when it runs no guest any more.</returns>
    IDisposable Enlarge();
}
