using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Ready.</summary>
/// <param name="Result">The outcome.</param>
public sealed record ReadyReply(WireResult Result) : UnitReply(Result);
