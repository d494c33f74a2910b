namespace Phira.PluginService.GameServer.Net;

/// <summary>One TCP connection, unique while the process runs. Rooms address players by it, never by an object.</summary>
internal readonly record struct ConnectionId(long Value)
{
    public override string ToString() => Value.ToString();
}
