using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to CycleRoom.</summary>
public sealed record CycleRoomReply(WireResult Result) : UnitReply(Result);
