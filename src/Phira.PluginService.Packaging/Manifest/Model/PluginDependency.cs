using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Manifest.Model;

/// <summary>A plugin that this one needs, or uses when it is there.</summary>
/// <param name="Optional">Whether the dependency may be absent.</param>
internal sealed record PluginDependency(PluginName Name, VersionRange Range, bool Optional, SourceLocation? Location = null);
