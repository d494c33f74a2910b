namespace Phira.PluginService.GameServer.Lifetime;

/// <summary>Holds whether the server stops, for those who admit users and open rooms.</summary>
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
