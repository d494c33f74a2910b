using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Chat.</summary>
/// <param name="Result">The outcome.</param>
public sealed record ChatReply(WireResult Result) : UnitReply(Result);
