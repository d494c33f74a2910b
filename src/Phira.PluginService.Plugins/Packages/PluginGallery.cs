using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>Shows the gallery as it is on the disk, and hands a copy of what is wanted to those who install packages.</summary>
internal sealed class PluginGallery(IOptions<PluginsOptions> options, PluginPackages packages, PluginRegistry registry) : IPluginGallery
{
    private const int LongestLanguage = 64;

    private readonly PluginsOptions _options = options.Value;

    /// <inheritdoc />
    public async Task<Result<ImmutableArray<GalleryPlugin>>> ListAsync(CancellationToken cancellationToken)
    {
        var scan = await ScanAsync(cancellationToken);
        try
        {
            return scan.Problem is { } problem ? problem : scan.Entries.Select(Describe).ToImmutableArray();
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return DiskFailure.Of(exception, PluginFolders.FindGallery(_options) ?? "");
        }
    }

    /// <inheritdoc />
    public async Task<Result<PackageReport>> InstallAsync(PluginName plugin, ChangeCause cause, CancellationToken cancellationToken)
    {
        var scan = await ScanAsync(cancellationToken);
        if (scan.Entries.FirstOrDefault(entry => entry.Name == plugin) is not { } wanted)
        {
            return scan.Problem ?? new Error(GalleryErrors.NotFound, plugin.Value);
        }

        return await packages.InstallFolderAsync(wanted, cause, cancellationToken);
    }

    private Task<CatalogScan> ScanAsync(CancellationToken cancellationToken) => Task.Run(
        () => PluginFolders.FindGallery(_options) is { } folder
            ? new PluginCatalog(folder, HostVersions.Current).Scan(cancellationToken)
            : new CatalogScan([]),
        cancellationToken);

    private GalleryPlugin Describe(CatalogEntry entry)
    {
        var manifest = entry.Manifest;
        var installed = registry.Plugins.Entries.GetValueOrDefault(entry.Name);
        return new()
        {
            Name = entry.Name,
            Version = manifest?.Version.ToString(),
            Description = manifest?.Description,
            Author = manifest?.Author,
            Category = manifest?.Category,
            Tags = manifest?.Tags ?? [],
            Language = manifest is null ? null : LanguageOf(manifest),
            Permissions = manifest is null
                ? ImmutableSortedDictionary<string, string>.Empty
                : PermissionRequests.Of(manifest).ToImmutableSortedDictionary(
                    request => request.Key, request => ScopesJson.Write(request.Value), StringComparer.Ordinal),
            Bytes = GalleryFiles.List(entry).Sum(file => file.Bytes),
            InstalledVersion = installed?.Manifest?.Version.ToString(),
            IsInstalled = installed is not null,
            Failure = entry.Failure,
        };
    }

    // Free for the author to fill in, and so for the author to fill in with anything.
    private static string? LanguageOf(PluginManifest manifest) =>
        JsonElement.Parse(manifest.CustomJson).TryGetProperty("language", out var language) && language.ValueKind == JsonValueKind.String
            ? ExternalText.Line(language.GetString()!, LongestLanguage)
            : null;
}
