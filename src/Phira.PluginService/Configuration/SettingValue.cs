using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>A value and where it came from.</summary>
/// <param name="Value">Text, truth value, <see cref="long"/>, <see cref="double"/>, or an immutable array of text or <see cref="long"/>.</param>
/// <param name="Origin">Place in the file, name of the variable, or name of the switch.</param>
internal sealed record SettingValue(object Value, SourceLocation Origin);
