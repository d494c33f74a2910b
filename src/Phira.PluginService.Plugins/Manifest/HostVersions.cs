using Semver;

namespace Phira.PluginService.Plugins.Manifest;

/// <summary>The versions that a manifest is checked against.</summary>
/// <param name="Service">Version of this service.</param>
/// <param name="Abi">Version of the WIT package <c>phira:plugin</c> that this host offers.</param>
internal sealed record HostVersions(SemVersion Service, SemVersion Abi)
{
    /// <summary>The versions of this build.</summary>
    public static HostVersions Current { get; } = new(
        SemVersion.FromVersion(new Version(typeof(HostVersions).Assembly.GetName().Version!.ToString(3))),
        new SemVersion(1, 0, 0));

    /// <summary>Whether a component built against a version of the WIT package works on this host.</summary>
    /// <param name="abi">The version it was built against.</param>
    public bool Supports(SemVersion abi) => abi.Major == Abi.Major && abi.ComparePrecedenceTo(Abi) <= 0;
}
