using System.Collections.Immutable;

namespace Phira.PluginService.Configuration;

/// <summary>One key of a flat YAML file.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">Where it is.</param>
/// <param name="Values">Its value, or the items of its list.</param>
internal sealed record FlatYamlEntry(string Key, int Line, ImmutableArray<string> Values);
