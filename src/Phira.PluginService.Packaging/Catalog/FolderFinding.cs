using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>The finding of a scan in one folder, before names are assigned.</summary>
internal sealed record FolderFinding(string Folder, string FolderName, ManifestReading Reading)
{
    /// <summary>The packed plugin that the folder was unpacked from.</summary>
    public string? Package { get; init; }

    /// <summary>Whether the finding is a component without a folder and a manifest.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Path that a person sees in the plugins directory.</summary>
    public string Shown => Package ?? Folder;

    /// <summary>Path of the component, when it is clear which it is.</summary>
    public string? ComponentPath { get; init; }

    /// <summary>Error of the component, when the manifest is right.</summary>
    public Error? ComponentFailure { get; init; }
}
