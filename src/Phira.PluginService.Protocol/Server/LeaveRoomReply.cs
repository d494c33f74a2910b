using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to LeaveRoom.</summary>
public sealed record LeaveRoomReply(WireResult Result) : UnitReply(Result);
