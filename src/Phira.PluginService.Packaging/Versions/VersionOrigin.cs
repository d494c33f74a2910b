namespace Phira.PluginService.Packaging.Versions;

/// <summary>The origin of a folder that is to be kept.</summary>
/// <param name="Version">Version in its manifest; empty when that could not be read.</param>
/// <param name="Component">Path of its component; null when there is none.</param>
internal sealed record VersionOrigin(string Folder, string Version, string? Component)
{
    /// <summary>The hash that the component must have, when that is known: a folder that has changed since is not kept.</summary>
    public string? ExpectedSha256 { get; init; }

    /// <summary>The actor that installed it; empty when it was put into the folder by hand.</summary>
    public string InstalledBy { get; init; } = "";

    /// <summary>Whether the version is active.</summary>
    public bool Runs { get; init; }
}
