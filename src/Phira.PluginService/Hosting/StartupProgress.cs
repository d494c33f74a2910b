namespace Phira.PluginService.Hosting;

/// <summary>Whether the service has come up.</summary>
internal sealed class StartupProgress
{
    private volatile bool _hasStarted;

    public bool HasStarted => _hasStarted;

    public void Complete() => _hasStarted = true;
}
