using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Manifest.Model;

/// <summary>The result of reading a manifest: either the manifest, or the error in it.</summary>
/// <param name="Name">The plugin's name, when at least that could be read.</param>
/// <param name="Manifest">The manifest, when nothing is wrong with it.</param>
internal sealed record ManifestReading(PluginName? Name, PluginManifest? Manifest, Error? Failure)
{
    /// <summary>Location of the name in the manifest.</summary>
    public SourceLocation? NameLocation { get; init; }
}
