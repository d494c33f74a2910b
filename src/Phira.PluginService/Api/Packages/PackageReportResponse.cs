using System.ComponentModel;
using System.Text.Json;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

/// <summary>A description of a package, with everything that is wrong with it.</summary>
internal sealed record PackageReportResponse
{
    [Description("Whether it can be installed.")]
    public required bool Valid { get; init; }

    [Description("Name in the manifest; null when that cannot be read.")]
    public required string? Name { get; init; }

    [Description("Version in the manifest.")]
    public required string? Version { get; init; }

    [Description("The version of the same plugin that is installed now; null when there is none.")]
    public required string? InstalledVersion { get; init; }

    [Description("Version of the WIT package that it was built against.")]
    public required string? AbiVersion { get; init; }

    [Description("Size of the package in bytes.")]
    public required long PackageBytes { get; init; }

    [Description("Size of the component in bytes; null when there is none.")]
    public required long? ComponentBytes { get; init; }

    [Description("SHA-256 of the component, lower-case hexadecimal.")]
    public required string? Sha256 { get; init; }

    [Description("Paths and sizes of the files in the package, in its order.")]
    public required IReadOnlyList<PackageFileResponse> Files { get; init; }

    [Description("Imports of the component.")]
    public required IReadOnlyList<string> Imports { get; init; }

    [Description("Exports of the component.")]
    public required IReadOnlyList<string> Exports { get; init; }

    [Description("Text of the plugin.toml that is proposed for a component that has none; null for a package. It is installed only when that is asked for.")]
    public required string? Manifest { get; init; }

    [Description("The permissions that it asks for, with their scopes.")]
    public required IReadOnlyDictionary<string, JsonElement> Permissions { get; init; }

    [Description("Permissions that it asks for and that are not granted yet.")]
    public required IReadOnlyList<string> PendingPermissions { get; init; }

    [Description("Everything that keeps it from being installed; empty when nothing does.")]
    public required IReadOnlyList<ProblemItem> Problems { get; init; }

    [Description("Problems that deserve a look and do not keep it from being installed.")]
    public required IReadOnlyList<ProblemItem> Warnings { get; init; }

    public static PackageReportResponse From(PackageReport report, Language language) => new()
    {
        Valid = report.IsValid,
        Name = report.Name,
        Version = report.Version,
        InstalledVersion = report.InstalledVersion,
        AbiVersion = report.AbiVersion,
        PackageBytes = report.PackageBytes,
        ComponentBytes = report.ComponentBytes,
        Sha256 = report.Sha256,
        Files = [.. report.Files.Select(file => new PackageFileResponse(file.Path, file.Bytes))],
        Imports = report.Imports,
        Exports = report.Exports,
        Manifest = report.Manifest,
        Permissions = report.Permissions.ToDictionary(pair => pair.Key, pair => JsonElement.Parse(pair.Value), StringComparer.Ordinal),
        PendingPermissions = report.PendingPermissions,
        Problems = ProblemItem.FromAll(report.Problems, language),
        Warnings = ProblemItem.FromAll(report.Warnings, language),
    };
}
