namespace Phira.PluginService.Plugins.Packages.Disk;

/// <summary>A file of a plugin's folder.</summary>
/// <param name="Path">Its path below the folder, with slashes.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record TreeFile(string Path, long Bytes);
