namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>How often a plugin called, over all its instances.</summary>
internal sealed class TeleportCount
{
    private int _calls;

    public int Next() => Interlocked.Increment(ref _calls);
}
