using System.ComponentModel;
using Phira.PluginService.Core.Packages;

namespace Phira.PluginService.Api.Packages;

/// <summary>A version of a plugin that is kept.</summary>
internal sealed record PackageVersionResponse
{
    [Description("Identifies it among the versions of its plugin; what a roll-back names.")]
    public required string Id { get; init; }

    [Description("Version in its manifest.")]
    public required string Version { get; init; }

    [Description("SHA-256 of its component, lower-case hexadecimal.")]
    public required string Sha256 { get; init; }

    [Description("Size of what is kept, in bytes.")]
    public required long Bytes { get; init; }

    [Description("Time at which it was stored.")]
    public required DateTimeOffset KeptAt { get; init; }

    [Description("The actor that installed it; empty when it was put into the folder by hand.")]
    public required string InstalledBy { get; init; }

    [Description("Whether it is what is in the folder now.")]
    public required bool Current { get; init; }

    public static PackageVersionResponse From(PackageVersion version) => new()
    {
        Id = version.Id,
        Version = version.Version,
        Sha256 = version.Sha256,
        Bytes = version.Bytes,
        KeptAt = version.KeptAt,
        InstalledBy = version.InstalledBy,
        Current = version.IsCurrent,
    };
}
