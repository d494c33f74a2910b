using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Packaging.Tests.Manifest;

public sealed class RepositoryManifestTests
{
    private static readonly string Gallery = Path.Combine("plugins", "gallery");

    public static TheoryData<string> Folders =>
        [.. FoldersOf("plugins").Where(folder => folder != Gallery), .. FoldersOf(Gallery)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_plugin_that_is_delivered_has_a_faultless_manifest_and_starts_with_its_defaults(string folder)
    {
        var reading = ManifestReader.Read(RepositoryFiles.PathOf(folder, "plugin.toml"), HostVersions.Current);

        Assert.True(reading.Failure is null, reading.Failure?.Describe());
        Assert.Equal(Path.GetFileName(folder), reading.Name!.Value);
        var config = ConfigDefinition.Create(reading.Manifest!.ConfigJson, reading.Manifest.ConfigSchema);
        Assert.Null(config.Value!.Effective(null).Error);
    }

    private static IEnumerable<string> FoldersOf(string parent) =>
        Directory.GetDirectories(RepositoryFiles.PathOf(parent)).Select(folder => Path.Combine(parent, Path.GetFileName(folder)));
}
