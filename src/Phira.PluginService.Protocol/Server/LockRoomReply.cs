using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to LockRoom.</summary>
/// <param name="Result">The outcome.</param>
public sealed record LockRoomReply(WireResult Result) : UnitReply(Result);
