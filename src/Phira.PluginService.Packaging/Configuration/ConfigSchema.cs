using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Configuration;

/// <summary>The JSON Schema of a plugin's configuration, as text.</summary>
/// <param name="Location">The schema's own file, or the manifest's key when it is inline.</param>
internal sealed record ConfigSchema(string Json, SourceLocation Location)
{
    /// <summary>Name of the file that is used when the manifest names none.</summary>
    public const string DefaultFileName = "config.schema.json";
}
