namespace Phira.PluginService.Plugins.Packages.Disk;

/// <summary>What is written down about a change of a folder before anything is moved.</summary>
/// <param name="Folder">Name of the plugin's folder.</param>
/// <param name="NewHash">Hash of what is to come; null when nothing is.</param>
/// <param name="Fresh">Whether there was no folder before.</param>
internal sealed record ChangeNote(string Folder, string? NewHash, bool Fresh);
