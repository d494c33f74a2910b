using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Limits;

/// <summary>A limit that a manifest asks for.</summary>
/// <param name="Field">Which limit.</param>
/// <param name="Value">The value asked for.</param>
/// <param name="Location">Where the manifest says so.</param>
internal sealed record LimitRequest(LimitField Field, long Value, SourceLocation? Location = null);
