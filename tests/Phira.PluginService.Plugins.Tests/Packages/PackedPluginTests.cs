using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Archives;

namespace Phira.PluginService.Plugins.Tests.Packages;

public sealed class PackedPluginTests
{
    [Fact]
    public async Task A_packed_plugin_runs_and_its_file_is_left_alone()
    {
        await using var host = new PackagesHost();
        var package = Package.Of("idle");
        host.Host.Write("any-name.zip", package);

        await host.StartAsync();

        Assert.True(host.Host.Plugin("idle").State == PluginState.Running, host.Host.Plugin("idle").Failure?.Describe());
        Assert.Equal(["any-name.zip"], host.Files);
        Assert.Equal(package, await File.ReadAllBytesAsync(host.Host.Directory["any-name.zip"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_file_in_its_place_is_the_next_version()
    {
        await using var host = new PackagesHost();
        host.Host.Write("idle.zip", Package.Of("idle"));
        await host.StartAsync();

        host.Host.Write("idle.zip", Package.Of("idle", "2.0.0"));
        var reloaded = await host.Host.DoAsync("idle", PluginOperation.Reload);

        Assert.Equal("2.0.0", reloaded.Value?.Version);
        Assert.Equal(["2.0.0*", "1.0.0"], await host.VersionsAsync("idle"));
    }

    [Fact]
    public async Task A_packed_plugin_that_cannot_be_unpacked_says_everything_that_is_wrong_with_it()
    {
        await using var host = new PackagesHost();
        host.Host.Write("bad.zip", RawZip.Of(new RawEntry("../up"), new RawEntry("link").WithMode(0xA1FF)));
        host.Host.Write("cut.zip", Package.Of("idle")[..100]);

        await host.StartAsync();

        Assert.Equal(
            [
                $"{host.Host.Directory["bad.zip/../up"]} package.bad_path", $"{host.Host.Directory["bad.zip/link"]} package.special_entry",
                $"{host.Host.Directory["bad.zip"]} package.no_root",
            ],
            host.Host.Plugin("bad").Failure!.Causes.Select(cause => $"{cause.Location} {cause.Code}"));
        Assert.Equal("package.not_an_archive", Assert.Single(host.Host.Plugin("cut").Failure!.Causes).Code.Value);
    }

    [Fact]
    public async Task A_problem_of_its_manifest_is_told_with_the_place_in_the_package()
    {
        await using var host = new PackagesHost();
        host.Host.Write("bad.zip", Package.Of(("bad/plugin.toml", Package.Manifest("bad", "one"))));

        await host.StartAsync();

        var failure = host.Host.Plugin("bad").Failure!;
        Assert.Equal("manifest.bad_version", failure.Code.Value);
        Assert.Equal($"{host.Host.Directory["bad.zip/plugin.toml"]}:2:11", $"{failure.Location}");
    }

    [Fact]
    public async Task A_folder_goes_before_a_packed_plugin_of_the_same_name()
    {
        await using var host = new PackagesHost();
        host.Host.With("idle", RepositoryFiles.Guest("idle"), version: "1.5.0");
        host.Host.Write("idle.zip", Package.Of("idle"));

        await host.StartAsync();

        Assert.Equal("1.5.0", host.Host.Plugin("idle").Version);
        Assert.Equal("plugin.duplicate_name", host.Host.Plugin("idle-2").Failure?.Code.Value);
    }

    [Fact]
    public async Task Installing_and_removing_take_its_place()
    {
        await using var host = new PackagesHost();
        host.Host.Write("one.zip", Package.Of("one"));
        host.Host.Write("two.zip", Package.Of("two"));
        await host.StartAsync();

        await host.InstallAsync(Package.Of("one", "2.0.0"));
        var removed = await host.RemoveAsync("two");

        Assert.True(removed.IsSuccess, removed.Error?.Describe());
        Assert.Equal(["one/guest.wasm", "one/plugin.toml"], host.Files);
        Assert.Equal("2.0.0", host.Host.Plugin("one").Version);
        Assert.Null(host.Host.Manager.Find(PluginName.Parse("two")));
        Assert.Equal(["2.0.0* admin", "1.0.0"], await host.VersionsAsync("one"));
    }

    [Fact]
    public async Task A_broken_package_leaves_the_packed_plugin_in_its_place()
    {
        await using var host = new PackagesHost();
        host.Host.Write("idle.zip", Package.Of("idle"));
        await host.StartAsync();

        var installed = await host.InstallAsync(Package.Broken("idle", "2.0.0"));

        Assert.False(installed.IsSuccess);
        Assert.Equal(["idle.zip"], host.Files);
        Assert.Equal(("1.0.0", PluginState.Running), (host.Host.Plugin("idle").Version, host.Host.Plugin("idle").State));
    }
}
