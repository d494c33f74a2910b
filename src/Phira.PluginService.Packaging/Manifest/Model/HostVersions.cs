using Semver;

namespace Phira.PluginService.Packaging.Manifest.Model;

/// <summary>The versions that a manifest is checked against.</summary>
internal sealed record HostVersions(SemVersion Service, SemVersion Abi)
{
    /// <summary>The versions of this build.</summary>
    public static HostVersions Current { get; } = new(
        SemVersion.FromVersion(new Version(typeof(HostVersions).Assembly.GetName().Version!.ToString(3))),
        new SemVersion(1, 0, 0));

    /// <summary>Whether a component built against a version of the WIT package works on this host.</summary>
    public bool Supports(SemVersion abi) => abi.Major == Abi.Major && abi.ComparePrecedenceTo(Abi) <= 0;
}
