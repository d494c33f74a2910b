using System.Collections.Immutable;

namespace Phira.PluginService.Configuration;

/// <summary>
/// A top-level key of a YAML file with its value or the items of its list. <see cref="Values"/> is null for a value of any other kind, such as a map.
/// </summary>
internal sealed record YamlEntry(string Key, int Line, ImmutableArray<string>? Values);
