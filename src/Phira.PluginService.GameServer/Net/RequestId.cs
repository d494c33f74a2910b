namespace Phira.PluginService.GameServer.Net;

/// <summary>One request of a connection, as its reply names it.</summary>
/// <param name="Number">Counts the requests of the connection from 1.</param>
/// <param name="ReceivedAt">Timestamp of its arrival, on the clock of the connection's node.</param>
internal readonly record struct RequestId(ConnectionId Connection, long Number, long ReceivedAt);
