using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Security;
using Semver;

namespace Phira.PluginService.Packaging.Manifest.Model;

/// <summary>A <c>plugin.toml</c> that was read and found free of problems.</summary>
internal sealed record PluginManifest
{
    /// <summary>Name of the file in a plugin's folder.</summary>
    public const string FileName = "plugin.toml";

    /// <summary>Name of the initialiser when the manifest names none.</summary>
    public const string DefaultEntryPoint = "init";

    /// <summary>The identity on this host.</summary>
    public required PluginName Name { get; init; }

    /// <summary>The plugin's version.</summary>
    public required SemVersion Version { get; init; }

    /// <summary>The WIT package version it was built against; always one that this host supports.</summary>
    public required SemVersion AbiVersion { get; init; }

    public string? Author { get; init; }

    public TranslatedText? Description { get; init; }

    public string? License { get; init; }

    public string? Website { get; init; }

    public string? Category { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The free table <c>[custom]</c> as one JSON object.</summary>
    public string CustomJson { get; init; } = "{}";

    /// <summary>Name of the guest's initialiser.</summary>
    public string EntryPoint { get; init; } = DefaultEntryPoint;

    /// <summary>The oldest host it works on; this host is at least that.</summary>
    public SemVersion? MinHostVersion { get; init; }

    /// <summary>File name of the component in the plugin's folder; null for "the only .wasm file there".</summary>
    public string? Wasm { get; init; }

    /// <summary><c>[dependencies]</c> and <c>[optional-dependencies]</c>, ordered by name.</summary>
    public ImmutableArray<PluginDependency> Dependencies { get; init; } = [];

    /// <summary><c>[conflicts]</c>, ordered by name.</summary>
    public ImmutableArray<PluginConflict> Conflicts { get; init; } = [];

    /// <summary>The permissions asked for (those set to false are left out), by name.</summary>
    public ImmutableSortedDictionary<string, PermissionRequest> Permissions { get; init; } =
        ImmutableSortedDictionary<string, PermissionRequest>.Empty;

    /// <summary>The limits asked for.</summary>
    public ImmutableArray<LimitRequest> Limits { get; init; } = [];

    /// <summary>The requests for access outside the sandbox.</summary>
    public SecurityPolicy Security { get; init; } = new();

    /// <summary>The table <c>[config]</c> as one JSON object: default configuration values.</summary>
    public string ConfigJson { get; init; } = "{}";

    /// <summary>JSON Schema of the configuration, or null.</summary>
    public ConfigSchema? ConfigSchema { get; init; }

    /// <summary>
    /// Everything outside <c>[config]</c> and <c>config_schema</c> as one JSON object: when that is the same in two manifests, they differ
    /// in nothing but the configuration.
    /// </summary>
    public string OutsideConfigJson { get; init; } = "{}";

    /// <summary><c>[[pages]]</c>, in the order of the manifest.</summary>
    public ImmutableArray<PluginPage> Pages { get; init; } = [];

    /// <summary>The settings in <c>[hot_reload]</c>.</summary>
    public HotReloadOverrides HotReload { get; init; } = new();
}
