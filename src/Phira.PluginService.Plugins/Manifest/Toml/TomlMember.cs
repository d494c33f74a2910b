using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Manifest.Toml;

/// <summary>A key of a table and its value.</summary>
/// <param name="Key">The key, without quotes.</param>
/// <param name="Location">Where the key stands.</param>
/// <param name="Value">The value.</param>
internal sealed record TomlMember(string Key, SourceLocation Location, TomlValue Value);
