using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Toml;

/// <summary>A key of a table and its value.</summary>
internal sealed record TomlMember(string Key, SourceLocation Location, TomlValue Value);
