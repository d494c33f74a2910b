using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to LockRoom.</summary>
public sealed record LockRoomReply(WireResult Result) : UnitReply(Result);
