using System.ComponentModel;

namespace Phira.PluginService.Api.Packages;

/// <summary>One file of a package.</summary>
internal sealed record PackageFileResponse(
    [property: Description("Its path below the plugin's folder.")] string Path,
    [property: Description("Its size unpacked, in bytes.")] long Bytes);
