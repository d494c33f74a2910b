namespace Phira.PluginService.Core.Packages;

/// <summary>One file of a package.</summary>
/// <param name="Path">Its path below the plugin's folder, with slashes.</param>
/// <param name="Bytes">Its size unpacked.</param>
public sealed record PackageFile(string Path, long Bytes);
