using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to CancelReady.</summary>
/// <param name="Result">The outcome.</param>
public sealed record CancelReadyReply(WireResult Result) : UnitReply(Result);
