using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>Which other plugins the manifests name.</summary>
internal interface IDeclaredDependencies
{
    /// <summary>Reads them as they are now. What runs counts, not what lies on disk.</summary>
    IEnumerable<(PluginName From, PluginDependency Dependency)> Read();
}
