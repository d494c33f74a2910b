using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>A value and where it came from.</summary>
internal sealed record SettingValue(object Value, SourceLocation Origin);
