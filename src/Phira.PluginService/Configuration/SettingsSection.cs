using System.Collections.Immutable;

namespace Phira.PluginService.Configuration;

/// <summary>A table of the configuration file and the options class that says which keys it has.</summary>
internal sealed record SettingsSection(string Name, Type Options)
{
    /// <summary>The property of the class that holds the keys, when it is not the class itself.</summary>
    public string? Part { get; init; }

    /// <summary>The properties that are keys of this table; empty for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];
}
