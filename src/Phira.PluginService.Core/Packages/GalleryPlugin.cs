using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Packages;

/// <summary>A plugin that the gallery offers.</summary>
public sealed record GalleryPlugin
{
    /// <summary>Name in the manifest; made of the folder's name when that cannot be read.</summary>
    public required PluginName Name { get; init; }

    /// <summary>Version in the manifest; null when that cannot be read.</summary>
    public string? Version { get; init; }

    /// <summary>Description of the manifest, in the languages that it is written in.</summary>
    public TranslatedText? Description { get; init; }

    /// <summary>Author of the manifest.</summary>
    public string? Author { get; init; }

    /// <summary>Category of the manifest.</summary>
    public string? Category { get; init; }

    /// <summary>Tags of the manifest.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Programming language, as <c>language</c> in the manifest's <c>[custom]</c> names it.</summary>
    public string? Language { get; init; }

    /// <summary>The permissions that it asks for, with their scopes as JSON.</summary>
    public ImmutableSortedDictionary<string, string> Permissions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Size of what is installed of it, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The version of the same plugin that is installed now; null when there is none, or when its manifest cannot be read.</summary>
    public string? InstalledVersion { get; init; }

    /// <summary>Whether there is a plugin of that name in the plugins directory.</summary>
    public bool IsInstalled { get; init; }

    /// <summary>The reason why it cannot be installed; null when, as far as its files can tell, it can.</summary>
    public Error? Failure { get; init; }
}
