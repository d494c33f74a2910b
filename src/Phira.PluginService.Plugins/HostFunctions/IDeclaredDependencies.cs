using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>The dependencies that the manifests of plugins declare.</summary>
internal interface IDeclaredDependencies
{
    /// <summary>Reads the current dependencies: those of running versions, not those on disk.</summary>
    IEnumerable<(PluginName From, PluginDependency Dependency)> Read();
}
