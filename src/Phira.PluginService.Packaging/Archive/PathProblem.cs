using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>The reason for which a path is not unpacked.</summary>
/// <param name="IsHostile">Whether the path leads out of the folder: no program that packs a folder writes such a path.</param>
internal sealed record PathProblem(LocalizedText Reason, bool IsHostile);
