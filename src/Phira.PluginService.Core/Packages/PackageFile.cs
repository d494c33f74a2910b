namespace Phira.PluginService.Core.Packages;

/// <summary>One file of a package.</summary>
/// <param name="Path">The path below the plugin's folder, with slashes.</param>
/// <param name="Bytes">The size unpacked.</param>
public sealed record PackageFile(string Path, long Bytes);
