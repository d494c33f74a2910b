namespace Phira.PluginService.Core.Web;

/// <summary>A file that a plugin brings along for its pages.</summary>
/// <param name="Name">The name, whose extension gives the type.</param>
/// <param name="Content">Content of the file; to be disposed of by the caller.</param>
/// <param name="Tag">Tells its content from any other, for caches.</param>
/// <param name="ModifiedAt">Time of the last change.</param>
public sealed record PluginFile(string Name, Stream Content, string Tag, DateTimeOffset ModifiedAt);
