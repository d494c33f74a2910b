using System.ComponentModel;

namespace Phira.PluginService.Api.Packages;

/// <summary>One file of a package.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record PackageFileResponse(
    [property: Description("Its path below the plugin's folder.")] string Path,
    [property: Description("Its size unpacked, in bytes.")] long Bytes);
