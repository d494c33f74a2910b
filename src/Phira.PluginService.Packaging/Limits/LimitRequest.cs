using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Limits;

/// <summary>A limit that a manifest asks for.</summary>
internal sealed record LimitRequest(LimitField Field, long Value, SourceLocation? Location = null);
