using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Manifest;

/// <summary>A plugin that must not be present beside this one.</summary>
/// <param name="Name">Which plugin.</param>
/// <param name="Range">The versions that must not be present.</param>
/// <param name="Location">Where the manifest says so.</param>
internal sealed record PluginConflict(PluginName Name, VersionRange Range, SourceLocation? Location = null);
