using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to CreateRoom.</summary>
public sealed record CreateRoomReply(WireResult Result) : UnitReply(Result);
