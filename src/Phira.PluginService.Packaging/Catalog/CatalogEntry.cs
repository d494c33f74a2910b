using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>One folder, or packed plugin, of the plugins directory as found by a scan.</summary>
internal sealed record CatalogEntry
{
    /// <summary>
    /// Unique in a scan: the manifest's name, or, where that cannot be read or belongs to another folder, one made of the folder's name.
    /// </summary>
    public required PluginName Name { get; init; }

    /// <summary>The folder, below the plugins directory as the host was told it.</summary>
    public required string Folder { get; init; }

    /// <summary>The packed plugin that the folder was unpacked from; null when the folder is in the plugins directory itself.</summary>
    public string? Package { get; init; }

    /// <summary>Whether the plugin is a component without a folder and a manifest; that file is the <see cref="Package"/> then.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The entry of the plugin in the plugins directory: the packed plugin or the folder.</summary>
    public string Place => Package ?? Folder;

    /// <summary>The manifest; null when it cannot be used.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>Path of the component; null when there is none or it is not clear which.</summary>
    public string? ComponentPath { get; init; }

    /// <summary>The error for which this plugin cannot be loaded; null when, as far as a scan can see, it can.</summary>
    public Error? Failure { get; init; }
}
