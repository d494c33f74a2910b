using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Contract;

/// <summary>An interface of the WIT package.</summary>
/// <param name="Functions">The types of its functions, written like <c>func(string) -> result&lt;_, string></c>.</param>
internal sealed record WitInterface(
    string Name, ImmutableDictionary<string, string> Types, ImmutableDictionary<string, string> Functions);
