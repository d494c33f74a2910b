using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to CancelReady.</summary>
public sealed record CancelReadyReply(WireResult Result) : UnitReply(Result);
