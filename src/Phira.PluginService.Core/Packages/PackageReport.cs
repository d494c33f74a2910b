using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Packages;

/// <summary>A description of a package, with everything that is wrong with it.</summary>
public sealed record PackageReport
{
    /// <summary>Name in the manifest; null when that cannot be read.</summary>
    public string? Name { get; init; }

    /// <summary>Version in the manifest.</summary>
    public string? Version { get; init; }

    /// <summary>The version of the same plugin that is installed now; null when there is none.</summary>
    public string? InstalledVersion { get; init; }

    /// <summary>Version of the WIT package that it was built against.</summary>
    public string? AbiVersion { get; init; }

    /// <summary>Size of the package in bytes.</summary>
    public required long PackageBytes { get; init; }

    /// <summary>Size of the component in bytes; null when there is none.</summary>
    public long? ComponentBytes { get; init; }

    /// <summary>SHA-256 of the component, lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Paths and sizes of the files in the package, in its order.</summary>
    public ImmutableArray<PackageFile> Files { get; init; } = [];

    /// <summary>Imports of the component, as <c>interface#function(types) -> type</c> or the name of an interface.</summary>
    public ImmutableArray<string> Imports { get; init; } = [];

    /// <summary>Exports of the component, written in the same way.</summary>
    public ImmutableArray<string> Exports { get; init; } = [];

    /// <summary>Text of the <c>plugin.toml</c> that is proposed for a component that has none; null for a package.</summary>
    public string? Manifest { get; init; }

    /// <summary>The permissions that it asks for, with their scopes as JSON.</summary>
    public ImmutableSortedDictionary<string, string> Permissions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Permissions that it asks for and that are not allowed yet.</summary>
    public ImmutableArray<string> PendingPermissions { get; init; } = [];

    /// <summary>Everything that keeps it from being installed; empty when nothing does.</summary>
    public ImmutableArray<Error> Problems { get; init; } = [];

    /// <summary>Problems that deserve a look and do not keep it from being installed.</summary>
    public ImmutableArray<Error> Warnings { get; init; } = [];

    /// <summary>Whether the package can be installed.</summary>
    public bool IsValid => Problems.IsEmpty;
}
