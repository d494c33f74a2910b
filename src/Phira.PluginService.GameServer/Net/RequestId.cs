namespace Phira.PluginService.GameServer.Net;

/// <summary>One request of a connection: where a reply is sent to.</summary>
/// <param name="Number">Counts the requests of the connection.</param>
internal readonly record struct RequestId(ConnectionId Connection, long Number);
