using System.Text;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Packages;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>The plugins that come with the service.</summary>
public sealed class GalleryTests : IDisposable
{
    private readonly TemporaryDirectory _gallery = new();

    public void Dispose() => _gallery.Dispose();

    [Fact]
    public async Task Its_plugins_are_shown_with_what_they_ask_for_and_are_not_installed()
    {
        Offer("idle", more: """
            author = "somebody"
            description = { zh-CN = "什么也不做", en = "Does nothing" }
            category = "test"
            tags = ["quiet"]

            [custom]
            language = "Rust"

            [permissions]
            send_messages = true
            kick_users = { per_minute = 5 }
            """);
        await using var host = await StartAsync();

        var idle = Assert.Single(await ListAsync(host));

        Assert.Equal(("1.0.0", "somebody", "test", "Rust"), (idle.Version, idle.Author, idle.Category, idle.Language));
        Assert.Equal(["什么也不做", "Does nothing"], new[] { Language.Chinese, Language.English }.Select(idle.Description!.In));
        Assert.Equal(["quiet"], idle.Tags);
        Assert.Equal(["kick_users", "send_messages"], idle.Permissions.Keys);
        Assert.Equal((false, null, null), (idle.IsInstalled, idle.InstalledVersion, idle.Failure));
        Assert.Empty(host.Manager.List());
    }

    [Fact]
    public async Task One_of_them_is_installed_by_its_name()
    {
        Offer("idle");
        await using var host = await StartAsync();

        var installed = await InstallAsync(host, "idle");

        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(PluginState.Running, host.Plugin("idle").State);
        var shown = Assert.Single(await ListAsync(host));
        Assert.Equal((true, "1.0.0"), (shown.IsInstalled, shown.InstalledVersion));
    }

    [Fact]
    public async Task What_is_installed_is_what_the_host_and_its_readers_need_and_that_is_its_size()
    {
        Offer("idle", more: "config_schema = \"settings.json\"");
        _gallery.Write("idle/settings.json", "{}");
        _gallery.Write("idle/README.md", "read me");
        _gallery.Write("idle/static/js/page.js", "page()");
        _gallery.Write("idle/src/main.rs", "fn main() {}");
        _gallery.Write("idle/build.sh", "cargo build");
        _gallery.Write("idle/node_modules/left/pad.js", "");
        await using var host = await StartAsync();

        var shown = Assert.Single(await ListAsync(host));
        await InstallAsync(host, "idle");

        var folder = Path.Combine(host.Directory.Path, "idle");
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.Equal(
            ["README.md", "guest.wasm", "plugin.toml", "settings.json", "static/js/page.js"],
            files.Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal(files.Sum(file => new FileInfo(file).Length), shown.Bytes);
    }

    [Fact]
    public async Task A_plugin_that_asks_for_permissions_waits_for_them_as_an_uploaded_one_does()
    {
        Offer("idle", more: "[permissions]\nbroadcast = true");
        await using var host = await StartAsync(options => options.Approval = ApprovalPolicy.Ask);

        var installed = await InstallAsync(host, "idle");

        Assert.Equal(["broadcast"], installed.Value?.PendingPermissions);
        Assert.Equal(PluginState.PendingApproval, host.Plugin("idle").State);
        var shown = Assert.Single(await ListAsync(host));
        Assert.Equal((true, "1.0.0"), (shown.IsInstalled, shown.InstalledVersion));
    }

    [Fact]
    public async Task Another_version_of_it_shows_which_one_is_installed()
    {
        Offer("idle");
        await using var host = await StartAsync();
        await InstallAsync(host, "idle");

        Offer("idle", version: "1.1.0");

        var shown = Assert.Single(await ListAsync(host));
        Assert.Equal(("1.1.0", "1.0.0"), (shown.Version, shown.InstalledVersion));
    }

    [Fact]
    public async Task A_plugin_that_cannot_work_is_shown_with_what_is_wrong_and_is_not_installed()
    {
        Offer("idle");
        await File.WriteAllTextAsync(_gallery["idle/guest.wasm"], "no component", TestContext.Current.CancellationToken);
        await using var host = await StartAsync();

        var shown = Assert.Single(await ListAsync(host));
        var installed = await InstallAsync(host, "idle");

        Assert.NotNull(shown.Failure);
        Assert.Equal("package.refused", installed.Error?.Code.Value);
        Assert.Empty(host.Manager.List());
    }

    [Fact]
    public async Task What_it_does_not_offer_is_not_installed()
    {
        Offer("idle");
        await using var host = await StartAsync();

        Assert.Equal("gallery.not_found", (await InstallAsync(host, "dice")).Error?.Code.Value);
        Assert.Equal("gallery.not_found", (await InstallAsync(host, "src")).Error?.Code.Value);
    }

    [Fact]
    public async Task A_service_without_a_gallery_offers_nothing()
    {
        await using var host = await StartAsync(options => options.GalleryDirectory = _gallery["none"]);

        Assert.Empty(await ListAsync(host));
    }

    [Fact]
    public async Task It_is_found_in_the_plugins_directory_when_no_setting_names_it()
    {
        await using var host = new PluginHost(options => options.GalleryDirectory = "");
        var inside = Path.Combine(host.Directory.Path, "gallery", "idle");
        Directory.CreateDirectory(inside);
        await File.WriteAllBytesAsync(Path.Combine(inside, "plugin.toml"), Package.Manifest("idle"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(inside, "guest.wasm"), RepositoryFiles.Guest("idle"), TestContext.Current.CancellationToken);
        await host.StartAsync();

        Assert.Empty(host.Manager.List());
        Assert.Equal("idle", Assert.Single(await ListAsync(host)).Name.Value);
    }

    private static async Task<IReadOnlyList<GalleryPlugin>> ListAsync(PluginHost host)
    {
        var plugins = await host.Create<PluginGallery>().ListAsync(CancellationToken.None);
        Assert.True(plugins.IsSuccess, plugins.Error?.Describe());
        return plugins.Value;
    }

    private static Task<Result<PackageReport>> InstallAsync(PluginHost host, string plugin) => host.Create<PluginGallery>()
        .InstallAsync(PluginName.Parse(plugin), PluginHost.Cause, CancellationToken.None).WaitAsync(PluginHost.Patience);

    private Task<PluginHost> StartAsync(Action<PluginsOptions>? configure = null) => new PluginHost(options =>
    {
        options.GalleryDirectory = _gallery.Path;
        configure?.Invoke(options);
    }).StartAsync();

    private void Offer(string name, string version = "1.0.0", string more = "")
    {
        _gallery.Write($"{name}/plugin.toml", Encoding.UTF8.GetString(Package.Manifest(name, version, more)));
        File.WriteAllBytes(_gallery[$"{name}/guest.wasm"], RepositoryFiles.Guest("idle"));
    }
}
