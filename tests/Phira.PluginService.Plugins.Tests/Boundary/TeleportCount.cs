namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>Counts the calls of a plugin, over all its instances.</summary>
internal sealed class TeleportCount
{
    private int _calls;

    public int Next() => Interlocked.Increment(ref _calls);
}
