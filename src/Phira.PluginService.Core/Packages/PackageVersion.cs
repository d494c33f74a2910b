namespace Phira.PluginService.Core.Packages;

/// <summary>A version of a plugin that is kept.</summary>
/// <param name="Id">Identifies it among the versions of its plugin; rollback asks for it.</param>
/// <param name="Sha256">SHA-256 of its component, lower-case hexadecimal.</param>
/// <param name="Bytes">Size of the kept files.</param>
/// <param name="KeptAt">Time at which it was put aside.</param>
/// <param name="InstalledBy">The actor that installed it; empty when it was put into the folder by hand.</param>
/// <param name="IsCurrent">Whether this version is in the folder now.</param>
public sealed record PackageVersion(
    string Id, string Version, string Sha256, long Bytes, DateTimeOffset KeptAt, string InstalledBy, bool IsCurrent);
