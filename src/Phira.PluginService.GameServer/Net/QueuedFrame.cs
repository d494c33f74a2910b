namespace Phira.PluginService.GameServer.Net;

/// <summary>A frame in a connection's queue.</summary>
/// <param name="NotBefore">Timestamp before which it may not be sent; 0 for none.</param>
internal readonly record struct QueuedFrame(OutgoingFrame Frame, long NotBefore);
