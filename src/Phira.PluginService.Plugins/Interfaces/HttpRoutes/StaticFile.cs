namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>One file of a set.</summary>
/// <param name="Path">Path of the copy.</param>
/// <param name="Tag">A hash of its content.</param>
/// <param name="ModifiedAt">Time of the last change of the original.</param>
internal sealed record StaticFile(string Path, string Tag, DateTimeOffset ModifiedAt);
