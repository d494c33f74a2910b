using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Phira.PluginService.Api.Packages;

/// <summary>The query of an upload; it only concerns components without a package.</summary>
internal sealed record UploadRequest(
    [property: FromQuery(Name = "file"), Description("Name of the file, which a plugin's name is made of where there is no plugin.toml; a form says it itself.")]
    string? File,
    [property: FromQuery(Name = "adopt"), Description("For a bare component (.wasm): whether to install it with the plugin.toml that its examination proposes.")]
    bool? Adopt);
