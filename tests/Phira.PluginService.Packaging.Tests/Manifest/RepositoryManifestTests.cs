using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Packaging.Tests.Manifest;

public sealed class RepositoryManifestTests
{
    public static TheoryData<string> Folders =>
        [.. Directory.GetDirectories(RepositoryFiles.PathOf("plugins")).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_plugin_that_is_delivered_has_a_faultless_manifest_and_starts_with_its_defaults(string folder)
    {
        var reading = ManifestReader.Read(RepositoryFiles.PathOf("plugins", folder, "plugin.toml"), HostVersions.Current);

        Assert.True(reading.Failure is null, reading.Failure?.Describe());
        Assert.Equal(folder, reading.Name!.Value);
        var config = ConfigDefinition.Create(reading.Manifest!.ConfigJson, reading.Manifest.ConfigSchema);
        Assert.Null(config.Value!.Effective(null).Error);
    }
}
