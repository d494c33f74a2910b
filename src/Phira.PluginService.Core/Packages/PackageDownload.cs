namespace Phira.PluginService.Core.Packages;

/// <summary>A plugin, packed to be taken elsewhere.</summary>
/// <param name="FileName">Name of the file, with the plugin's name and version.</param>
/// <param name="Content">The <c>.zip</c>; the receiver disposes of it.</param>
public sealed record PackageDownload(string FileName, Stream Content);
