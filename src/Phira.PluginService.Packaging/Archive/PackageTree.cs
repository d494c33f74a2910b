using System.Collections.Immutable;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>The result of unpacking a package.</summary>
/// <param name="Files">The files below the plugin's folder, in the order of the package, as far as they could be unpacked.</param>
internal sealed record PackageTree(ImmutableArray<PackageFile> Files, ImmutableArray<Error> Problems)
{
    /// <summary>Files that the host has no use for and that are left out, each with the reason.</summary>
    public ImmutableArray<Error> LeftOut { get; init; } = [];
}
