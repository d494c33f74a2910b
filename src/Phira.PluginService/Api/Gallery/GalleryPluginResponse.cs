using System.ComponentModel;
using System.Text.Json;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Gallery;

/// <summary>A plugin that the gallery offers.</summary>
internal sealed record GalleryPluginResponse
{
    [Description("Name in the manifest.")]
    public required string Name { get; init; }

    [Description("Version in the manifest; null when that cannot be read.")]
    public required string? Version { get; init; }

    [Description("Description, in the caller's language as far as the manifest has it.")]
    public required string? Description { get; init; }

    [Description("Author in the manifest.")]
    public required string? Author { get; init; }

    [Description("Category in the manifest.")]
    public required string? Category { get; init; }

    [Description("Tags in the manifest.")]
    public required IReadOnlyList<string> Tags { get; init; }

    [Description("Programming language that it is written in; null when the manifest does not say so.")]
    public required string? Language { get; init; }

    [Description("The permissions that it asks for, with their scopes.")]
    public required IReadOnlyDictionary<string, JsonElement> Permissions { get; init; }

    [Description("Size of what is installed of it, in bytes.")]
    public required long Bytes { get; init; }

    [Description("Whether a plugin of this name is installed.")]
    public required bool Installed { get; init; }

    [Description("The version of it that is installed now; null when there is none, or when its manifest cannot be read.")]
    public required string? InstalledVersion { get; init; }

    [Description("Everything that keeps it from being installed, as far as its files can tell; empty when nothing does.")]
    public required IReadOnlyList<ProblemItem> Problems { get; init; }

    public static GalleryPluginResponse From(GalleryPlugin plugin, Language language) => new()
    {
        Name = plugin.Name.Value,
        Version = plugin.Version,
        Description = plugin.Description?.In(language),
        Author = plugin.Author,
        Category = plugin.Category,
        Tags = plugin.Tags,
        Language = plugin.Language,
        Permissions = plugin.Permissions.ToDictionary(pair => pair.Key, pair => JsonElement.Parse(pair.Value), StringComparer.Ordinal),
        Bytes = plugin.Bytes,
        Installed = plugin.IsInstalled,
        InstalledVersion = plugin.InstalledVersion,
        Problems = plugin.Failure is { } failure ? ProblemItem.FromAll([failure], language) : [],
    };
}
