using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>A setting taken over from the file of another server.</summary>
/// <param name="Comment">The comment above it; null for none.</param>
internal sealed record OfficialSetting(Setting Setting, object Value, string? Comment, SourceLocation Location);
