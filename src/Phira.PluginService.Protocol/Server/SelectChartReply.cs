using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The answer to SelectChart.</summary>
public sealed record SelectChartReply(WireResult Result) : UnitReply(Result);
