namespace Phira.PluginService.GameServer.Lifetime;

/// <summary>What the server is willing to do at present.</summary>
internal sealed class ServerSwitches
{
    private volatile bool _isStopping;

    /// <summary>The server stops: no new rooms, no new users.</summary>
    public bool IsStopping
    {
        get => _isStopping;
        set => _isStopping = value;
    }
}
