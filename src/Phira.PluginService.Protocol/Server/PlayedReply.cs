using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Played.</summary>
/// <param name="Result">The outcome.</param>
public sealed record PlayedReply(WireResult Result) : UnitReply(Result);
