using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to Chat.</summary>
public sealed record ChatReply(WireResult Result) : UnitReply(Result);
