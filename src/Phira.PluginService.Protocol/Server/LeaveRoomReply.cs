using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to LeaveRoom.</summary>
/// <param name="Result">The outcome.</param>
public sealed record LeaveRoomReply(WireResult Result) : UnitReply(Result);
