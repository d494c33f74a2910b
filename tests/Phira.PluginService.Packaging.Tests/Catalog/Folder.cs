using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Tests.Manifest;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Packaging.Tests.Catalog;

/// <summary>Writes plugin folders for tests.</summary>
internal static class Folder
{
    /// <summary>A component without content.</summary>
    public static readonly byte[] EmptyComponent = [0x00, 0x61, 0x73, 0x6D, 0x0D, 0x00, 0x01, 0x00];

    public static void Plugin(this TemporaryDirectory directory, string folder, string? name = null)
    {
        directory.Write($"{folder}/plugin.toml", $"name = \"{name ?? folder}\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n");
        File.WriteAllBytes(directory[$"{folder}/plugin.wasm"], EmptyComponent);
    }

    public static CatalogScan Scan(this TemporaryDirectory directory) =>
        new PluginCatalog(directory.Path, ManifestText.Host).Scan(TestContext.Current.CancellationToken);

    /// <summary>Each entry in one line: name, folder, code of the failure.</summary>
    public static IEnumerable<string> Lines(this CatalogScan scan) => scan.Entries.Select(entry =>
        $"{entry.Name} {Path.GetFileName(entry.Folder)} {entry.Failure?.Code.Value ?? "ok"}");
}
