using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to RequestStart.</summary>
public sealed record RequestStartReply(WireResult Result) : UnitReply(Result);
