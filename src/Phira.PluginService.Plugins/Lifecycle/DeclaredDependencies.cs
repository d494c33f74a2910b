using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Reads which other plugins the manifests of this host's plugins name.</summary>
internal sealed class DeclaredDependencies(PluginRegistry registry) : IDeclaredDependencies
{
    /// <inheritdoc />
    public IEnumerable<(PluginName From, PluginDependency Dependency)> Read() => registry.Plugins.All.SelectMany(
        plugin => (plugin.Instance?.Blueprint.Manifest ?? plugin.Journal.Status.Manifest)?.Dependencies ?? [],
        (plugin, dependency) => (plugin.Record.Name, dependency));
}
