namespace Phira.PluginService.Packaging.Versions;

/// <summary>A version of a plugin as it is kept: what stands in the note beside its files.</summary>
/// <param name="Id">Name of its folder: when it was first kept, and the beginning of its hash.</param>
/// <param name="Version">Version in its manifest; empty when that could not be read.</param>
/// <param name="Sha256">Hash of its component; empty when there is none.</param>
/// <param name="KeptAt">When it was last activated or put aside.</param>
/// <param name="InstalledBy">Who installed it; empty when it was put into the folder by hand.</param>
/// <param name="Ran">Whether it was ever active. Only such a version is gone back to without being asked.</param>
internal sealed record KeptVersion(
    string Id, string Version, string Sha256, string Content, long Bytes, DateTimeOffset KeptAt, string InstalledBy, bool Ran);
