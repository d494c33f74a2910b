using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to CycleRoom.</summary>
/// <param name="Result">The outcome.</param>
public sealed record CycleRoomReply(WireResult Result) : UnitReply(Result);
