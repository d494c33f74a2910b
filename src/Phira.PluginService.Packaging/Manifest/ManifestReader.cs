using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Manifest.Reading;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Manifest;

/// <summary>Reads <c>plugin.toml</c> files and says everything that is wrong with them at once.</summary>
internal static class ManifestReader
{
    /// <summary>The largest manifest in bytes.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>Reads a manifest from disk, and the schema file that it names. Never throws for anything on disk.</summary>
    public static ManifestReading Read(string file, HostVersions host)
    {
        var folder = Path.GetDirectoryName(file) ?? "";
        var missing = new Error(ManifestErrors.Missing, folder) { Location = new(file) };
        var text = TextFile.Read(file, MaximumBytes, missing);
        return text.IsSuccess
            ? Parse(text.Value, file, host, name => ReadSchema(Path.Combine(folder, name)))
            : new(null, null, text.Error);
    }

    /// <summary>Reads a manifest from a text.</summary>
    /// <param name="readBeside">Reads a schema file beside the manifest; <see cref="ConfigErrors.SchemaMissing"/> if there is none.</param>
    public static ManifestReading Parse(string text, string file, HostVersions host, Func<string, Result<ConfigSchema>> readBeside) =>
        new ManifestParser(file, host, readBeside).Parse(text);

    private static Result<ConfigSchema> ReadSchema(string path)
    {
        var missing = new Error(ConfigErrors.SchemaMissing, path) { Location = new(path) };
        var text = TextFile.Read(path, StrictJson.MaximumBytes, missing);
        return text.IsSuccess ? new ConfigSchema(text.Value, new(path)) : text.Error;
    }
}
