using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Packages;

/// <summary>The treatment of an upload that is a component without a package, and so has no manifest.</summary>
/// <param name="Language">Language of the comments in the manifest that is proposed for it.</param>
public sealed record BareComponent(Language Language)
{
    /// <summary>Name of the file, which the plugin's name is made of; null when it is not known.</summary>
    public string? FileName { get; init; }

    /// <summary>Whether the component is installed with the proposed manifest. Otherwise the upload is refused with <c>package.needs_manifest</c>.</summary>
    public bool IsAdopted { get; init; }
}
