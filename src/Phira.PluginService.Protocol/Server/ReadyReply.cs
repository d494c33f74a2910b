using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Ready.</summary>
public sealed record ReadyReply(WireResult Result) : UnitReply(Result);
