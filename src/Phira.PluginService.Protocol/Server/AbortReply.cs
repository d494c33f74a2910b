using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Abort.</summary>
public sealed record AbortReply(WireResult Result) : UnitReply(Result);
