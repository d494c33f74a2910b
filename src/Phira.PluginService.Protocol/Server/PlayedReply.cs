using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Played.</summary>
public sealed record PlayedReply(WireResult Result) : UnitReply(Result);
