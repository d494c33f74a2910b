namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>One file of a set.</summary>
/// <param name="Path">Where the copy is.</param>
/// <param name="Tag">A hash of its content.</param>
/// <param name="ModifiedAt">When the original was last changed.</param>
internal sealed record StaticFile(string Path, string Tag, DateTimeOffset ModifiedAt);
