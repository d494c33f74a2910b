using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

public sealed class KeptVersionTests
{
    [Fact]
    public async Task A_version_that_was_put_into_the_folder_by_hand_is_kept_when_it_comes_into_service()
    {
        await using var host = new PackagesHost();
        host.Host.With("idle", RepositoryFiles.Guest("idle"));
        await host.StartAsync();
        host.Host.With("idle", RepositoryFiles.Guest("echo"), TestManifests.AllPermissions, "2.0.0");
        await host.Host.DoAsync("idle", PluginOperation.Reload);

        Assert.Equal(["2.0.0*", "1.0.0"], await host.VersionsAsync("idle"));
        var back = await host.RollBackAsync("idle");

        Assert.True(back.IsSuccess, back.Error?.Describe());
        Assert.Equal(("1.0.0", PluginState.Running), (back.Value.Version, back.Value.State));
        Assert.Equal(["1.0.0*", "2.0.0"], await host.VersionsAsync("idle"));
    }

    [Fact]
    public async Task The_same_version_is_kept_once_however_often_it_is_loaded()
    {
        await using var host = new PackagesHost();
        host.Host.With("idle", RepositoryFiles.Guest("idle"));
        await host.StartAsync();
        await host.Host.DoAsync("idle", PluginOperation.Reload);
        await host.Host.DoAsync("idle", PluginOperation.Unload);
        await host.Host.DoAsync("idle", PluginOperation.Load);

        Assert.Equal(["1.0.0*"], await host.VersionsAsync("idle"));
    }

    [Fact]
    public async Task Only_so_many_versions_are_kept_and_the_oldest_goes_first()
    {
        await using var host = await new PackagesHost(options => options.KeptVersions = 3).StartAsync();
        foreach (var version in (string[])["1.0.0", "1.1.0", "1.2.0", "1.3.0"])
        {
            await host.InstallAsync(Package.Of("idle", version));
        }

        Assert.Equal(["1.3.0* admin", "1.2.0 admin", "1.1.0 admin"], await host.VersionsAsync("idle"));
    }

    [Fact]
    public async Task Any_version_can_be_gone_back_to_with_all_its_files()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of(
            ("plugin.toml", Package.Manifest("idle")), ("guest.wasm", RepositoryFiles.Guest("idle")), ("a/b/c.txt", "text"u8.ToArray())));
        await host.InstallAsync(Package.Of("idle", "1.1.0"));
        await host.InstallAsync(Package.Of("idle", "1.2.0"));

        var back = await host.RollBackAsync("idle", (await host.VersionAsync("idle", "1.0.0")).Id);

        Assert.Equal("1.0.0", back.Value?.Version);
        Assert.Equal(["idle/a/b/c.txt", "idle/guest.wasm", "idle/plugin.toml"], host.Files);
        Assert.Equal("text", await File.ReadAllTextAsync(host.Host.Directory["idle/a/b/c.txt"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_not_kept_cannot_be_gone_back_to()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));

        Assert.Equal("package.no_version", (await host.RollBackAsync("idle")).Error?.Code.Value);
        Assert.Equal("package.version_not_found", (await host.RollBackAsync("idle", "../../etc")).Error?.Code.Value);
        Assert.Equal("plugin.not_found", (await host.RollBackAsync("nobody")).Error?.Code.Value);
    }

    [Fact]
    public async Task A_version_whose_files_were_changed_is_not_put_into_service()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));
        await host.InstallAsync(Package.Of("idle", "1.1.0"));
        var previous = await host.VersionAsync("idle", "1.0.0");
        var kept = Path.Combine(host.Host.Runtime.Options.PackagesDirectory, "idle", previous.Id, "files", "guest.wasm");
        await File.WriteAllBytesAsync(kept, RepositoryFiles.Guest("hostile"), TestContext.Current.CancellationToken);

        var back = await host.RollBackAsync("idle", previous.Id);

        Assert.Equal("package.version_not_found", back.Error?.Code.Value);
        Assert.Equal("1.1.0", host.Host.Plugin("idle").Version);
    }

    [Fact]
    public async Task A_removed_plugin_is_gone_and_can_be_brought_back()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));

        var removed = await host.RemoveAsync("idle");

        Assert.True(removed.IsSuccess, removed.Error?.Describe());
        Assert.Empty(host.Files);
        Assert.Null(host.Host.Manager.Find(PluginName.Parse("idle")));
        Assert.Equal(["1.0.0 admin"], await host.VersionsAsync("idle"));
        Assert.Equal("plugin.not_found", (await host.RemoveAsync("idle")).Error?.Code.Value);
        Assert.Equal(PluginState.Running, (await host.RollBackAsync("idle")).Value?.State);
    }

    [Fact]
    public async Task A_plugin_that_others_need_is_not_removed()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("base"));
        await host.InstallAsync(Package.Of("user", manifest: "[dependencies]\nbase = \"*\"\n"));

        Assert.Equal("plugin.has_dependents", (await host.RemoveAsync("base")).Error?.Code.Value);
        Assert.Equal(PluginState.Running, host.Host.Plugin("base").State);
        Assert.Contains("base/plugin.toml", host.Files);
    }

    [Fact]
    public async Task The_version_before_a_bad_one_is_put_back_and_the_bad_one_never()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));
        await host.InstallAsync(Package.Of("idle", "2.0.0", "wasi"));
        await host.InstallAsync(Package.Of("idle", "3.0.0", "echo", TestManifests.AllPermissions));
        var bad = host.Host.Plugin("idle").Sha256!;
        var name = PluginName.Parse("idle");

        var back = await host.Host.Versions.PutBackAsync(name, new HashSet<string> { bad }, PluginHost.Cause, CancellationToken.None);
        var again = await host.Host.Versions.PutBackAsync(name, new HashSet<string> { bad }, PluginHost.Cause, CancellationToken.None);

        Assert.True(back.IsSuccess, back.Error?.Describe());
        Assert.Equal("package.changed_meanwhile", again.Error?.Code.Value);
        var last = await host.Host.Versions.PutBackAsync(
            name, new HashSet<string> { bad, back.Value.Sha256, (await host.VersionAsync("idle", "1.0.0")).Sha256 }, PluginHost.Cause, CancellationToken.None);
        Assert.Equal("package.no_version", last.Error?.Code.Value);
        Assert.Equal("3.0.0", host.Host.Plugin("idle").Version);
        Assert.Equal(back.Value.Version, (await host.Host.DoAsync("idle", PluginOperation.Reload)).Value?.Version);
    }

    [Fact]
    public async Task A_version_that_never_ran_is_not_put_back()
    {
        await using var host = new PackagesHost();
        host.Host.With("idle", RepositoryFiles.Guest("truncated"));
        await host.StartAsync();
        await host.InstallAsync(Package.Of("idle", "1.0.1"));

        var back = await host.Host.Versions.PutBackAsync(
            PluginName.Parse("idle"), new HashSet<string> { host.Host.Plugin("idle").Sha256! }, PluginHost.Cause, CancellationToken.None);

        Assert.Equal("package.no_version", back.Error?.Code.Value);
    }

    [Fact]
    public async Task Versions_are_there_after_a_restart_and_half_written_ones_are_not()
    {
        using var plugins = new TemporaryDirectory();
        using var data = new TemporaryDirectory();
        await using (var first = await new PackagesHost(Use).StartAsync())
        {
            await first.InstallAsync(Package.Of("idle"));
            await first.InstallAsync(Package.Of("idle", "1.1.0"));
        }

        data.Write(".staging/unfinished/files/plugin.toml", "name = \"idle\"");
        data.Write("idle/20200101T000000000Z-00000000/files/plugin.toml", "name = \"idle\"");
        await using var second = await new PackagesHost(Use).StartAsync();

        Assert.Equal(["1.1.0* admin", "1.0.0 admin"], await second.VersionsAsync("idle"));
        Assert.False(Directory.Exists(data[".staging/unfinished"]));
        Assert.Equal("1.0.0", (await second.RollBackAsync("idle")).Value?.Version);

        void Use(PluginsOptions options) => (options.Directory, options.PackagesDirectory) = (plugins.Path, data.Path);
    }

    [Fact]
    public async Task An_installation_that_was_not_finished_is_undone_by_the_next_start()
    {
        using var plugins = new TemporaryDirectory();
        await using (var first = await new PackagesHost(Use).StartAsync())
        {
            await first.InstallAsync(Package.Of("idle"));
        }

        var change = FolderChange.Begin(plugins.Path);
        Directory.CreateDirectory(change.New);
        await File.WriteAllTextAsync(Path.Combine(change.New, "plugin.toml"), "half a version", TestContext.Current.CancellationToken);
        change.Apply("idle");
        await using var second = await new PackagesHost(Use).StartAsync();

        Assert.Equal((PluginState.Running, "1.0.0"), (second.Host.Plugin("idle").State, second.Host.Plugin("idle").Version));

        void Use(PluginsOptions options) => options.Directory = plugins.Path;
    }
}
