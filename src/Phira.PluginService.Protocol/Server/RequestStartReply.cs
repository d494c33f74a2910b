using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to RequestStart.</summary>
/// <param name="Result">The outcome.</param>
public sealed record RequestStartReply(WireResult Result) : UnitReply(Result);
