namespace Phira.PluginService.Packaging.Folders;

/// <summary>A file of a plugin's folder.</summary>
internal sealed record TreeFile(string Path, long Bytes);
