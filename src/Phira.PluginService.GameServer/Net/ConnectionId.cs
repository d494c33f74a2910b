namespace Phira.PluginService.GameServer.Net;

/// <summary>One TCP connection, unique on all nodes. Rooms address players by it, never by an object.</summary>
/// <param name="Node">The node whose socket it is.</param>
/// <param name="Sequence">Counts the connections of the node.</param>
internal readonly record struct ConnectionId(NodeId Node, long Sequence)
{
    public override string ToString() => $"{Node}-{Sequence}";
}
