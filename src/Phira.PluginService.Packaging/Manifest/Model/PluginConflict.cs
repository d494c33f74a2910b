using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Manifest.Model;

/// <summary>A plugin that must not be present beside this one.</summary>
/// <param name="Range">The versions that must not be present.</param>
internal sealed record PluginConflict(PluginName Name, VersionRange Range, SourceLocation? Location = null);
