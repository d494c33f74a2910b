namespace Phira.PluginService.Packaging.Versions;

/// <summary>A version of a plugin as it is kept: the content of the note beside its files.</summary>
/// <param name="Id">Name of its folder: the time at which it was first kept, and the beginning of its hash.</param>
/// <param name="Version">Version in its manifest; empty when that could not be read.</param>
/// <param name="Sha256">Hash of its component; empty when there is none.</param>
/// <param name="KeptAt">The time at which it was last activated or put aside.</param>
/// <param name="InstalledBy">The actor that installed it; empty when it was put into the folder by hand.</param>
/// <param name="Ran">Whether the version was ever active. An automatic rollback goes only to such a version.</param>
internal sealed record KeptVersion(
    string Id, string Version, string Sha256, string Content, long Bytes, DateTimeOffset KeptAt, string InstalledBy, bool Ran);
