using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>A command in a room's mailbox.</summary>
/// <param name="Reply">Where the reply goes; null when nobody on the wire asked.</param>
/// <param name="Done">Gets the refusal, or null after success.</param>
internal sealed record RoomEnvelope(RoomCommand Command, IRequestReply? Reply, TaskCompletionSource<GameText?>? Done);
