using System.Text;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>Components that lie in the plugins directory, or are uploaded, without a manifest.</summary>
public sealed class AdoptionTests
{
    private static readonly byte[] Idle = RepositoryFiles.Guest("idle");

    [Fact]
    public async Task A_loose_component_is_listed_as_a_plugin_that_needs_a_manifest()
    {
        await using var host = new PackagesHost();
        host.Host.Write("My_First Plugin.wasm", Idle);
        await host.StartAsync();

        var plugin = host.Host.Plugin("my-first-plugin");

        Assert.Equal((PluginState.Discovered, "plugin.needs_manifest"), (plugin.State, plugin.Failure?.Code.Value));
        Assert.Equal(host.Host.Directory["My_First Plugin.wasm"], plugin.Failure!.Location?.File);
        Assert.Empty(plugin.AllowedOperations);
        Assert.Equal(["My_First Plugin.wasm"], host.Files);
        var loaded = await host.Host.DoAsync("my-first-plugin", PluginOperation.Load);
        Assert.Equal("plugin.needs_manifest", loaded.Error?.Code.Value);
        Assert.Equal(PluginState.Discovered, host.Host.Plugin("my-first-plugin").State);
    }

    [Theory]
    [InlineData("core-module", "component.core_module")]
    [InlineData("truncated", "component.truncated")]
    public async Task A_file_that_is_no_component_is_told_to_be_none(string guest, string code)
    {
        await using var host = new PackagesHost();
        host.Host.Write("x.wasm", RepositoryFiles.Guest(guest));
        await host.StartAsync();

        Assert.Equal((PluginState.Failed, code), (host.Host.Plugin("x").State, host.Host.Plugin("x").Failure?.Code.Value));
        Assert.Equal([code], (await host.ProposeAsync("x")).Value?.Problems.Select(problem => problem.Code.Value));
        Assert.Equal("package.refused", (await host.AdoptAsync("x")).Error?.Code.Value);
    }

    [Fact]
    public async Task The_proposed_manifest_is_valid_and_requests_nothing()
    {
        await using var host = new PackagesHost();
        host.Host.Write("Greeter.wasm", RepositoryFiles.Guest("listener"));
        await host.StartAsync();

        var report = (await host.ProposeAsync("greeter")).Value!;

        Assert.True(report.IsValid, string.Join('\n', report.Problems.Select(problem => problem.Describe())));
        Assert.Equal(("greeter", "0.1.0", "1.0.0"), (report.Name, report.Version, report.AbiVersion));
        Assert.Empty(report.Permissions);
        Assert.Equal(["plugin.toml", "greeter.wasm"], report.Files.Select(file => file.Path));
        Assert.StartsWith("# Proposed for Greeter.wasm.", report.Manifest, StringComparison.Ordinal);
        Assert.Contains("采用前请逐行检查", (await host.ProposeAsync("greeter", Language.Chinese)).Value!.Manifest, StringComparison.Ordinal);
        Assert.Equal(["Greeter.wasm"], host.Files);
    }

    [Fact]
    public async Task Permissions_that_the_imports_may_need_are_proposed_as_comments()
    {
        await using var host = new PackagesHost();
        host.Host.Write("echo.wasm", RepositoryFiles.Guest("echo"));
        await host.StartAsync();

        var report = (await host.ProposeAsync("echo")).Value!;

        Assert.Empty(report.Permissions);
        Assert.Contains("\n[permissions]\n# ", report.Manifest, StringComparison.Ordinal);
        Assert.Contains("\n# kick_users = true  # users.kick-user\n", report.Manifest, StringComparison.Ordinal);
        Assert.Contains("\n# emit_events = true  # events.emit-event\n", report.Manifest, StringComparison.Ordinal);
        var requesting = report.Manifest!.Replace("# kick_users", "kick_users", StringComparison.Ordinal);
        var adopted = await host.AdoptAsync("echo", requesting);
        Assert.Equal(["kick_users"], adopted.Value?.Permissions.Keys);
    }

    [Fact]
    public async Task What_build_tools_wrote_into_the_component_is_proposed()
    {
        await using var host = new PackagesHost();
        host.Host.Write("x.wasm", [
            .. Idle, .. Section("version", "1.4.2"), .. Section("authors", "Ann \"The\" Author\n[permissions]"),
            .. Section("description", "问候\u202Eplayers \\o/"),
            .. Section("licenses", "MIT"), .. Section("homepage", "https://example.org/"), .. Producers("language", ("Rust", "1.91.0")),
        ]);
        await host.StartAsync();

        var report = (await host.ProposeAsync("x")).Value!;

        Assert.True(report.IsValid, string.Join('\n', report.Problems.Select(problem => problem.Describe())));
        Assert.Equal("1.4.2", report.Version);
        Assert.Contains("Rust 1.91.0", report.Manifest!.Split('\n')[1], StringComparison.Ordinal);
        Assert.True((await host.AdoptAsync("x")).IsSuccess);
        var plugin = host.Host.Plugin("x");
        Assert.Equal(
            ("Ann \"The\" Author [permissions]", "问候 players \\o/", "MIT", "https://example.org/"),
            (plugin.Author, plugin.Description?.ToString(), plugin.License, plugin.Website));
    }

    [Fact]
    public async Task Metadata_that_cannot_be_read_is_left_out()
    {
        await using var host = new PackagesHost();
        host.Host.Write("x.wasm", [.. Idle, .. Section("version", "newest"), .. Raw("producers", [0xFF, 0xFF, 0xFF, 0xFF, 0x0F])]);
        await host.StartAsync();

        var report = (await host.ProposeAsync("x")).Value!;

        Assert.True(report.IsValid, string.Join('\n', report.Problems.Select(problem => problem.Describe())));
        Assert.Equal("0.1.0", report.Version);
    }

    [Fact]
    public async Task Adopting_moves_the_component_into_a_folder_with_its_manifest_and_loads_it()
    {
        await using var host = new PackagesHost();
        host.Host.Write("Idle.wasm", Idle);
        await host.StartAsync();
        var proposed = (await host.ProposeAsync("idle")).Value!.Manifest;

        var adopted = await host.AdoptAsync("idle");

        Assert.True(adopted.IsSuccess, adopted.Error?.Describe());
        Assert.Equal(["idle/idle.wasm", "idle/plugin.toml"], host.Files);
        Assert.Equal(proposed, await File.ReadAllTextAsync(host.Host.Directory["idle/plugin.toml"], TestContext.Current.CancellationToken));
        var plugin = host.Host.Plugin("idle");
        Assert.Equal((PluginState.Running, "0.1.0", null), (plugin.State, plugin.Version, plugin.Failure));
        Assert.Equal(["0.1.0* test"], await host.VersionsAsync("idle"));
        Assert.Equal("package.not_loose", (await host.ProposeAsync("idle")).Error?.Code.Value);
        Assert.Equal("plugin.not_found", (await host.AdoptAsync("nobody")).Error?.Code.Value);
    }

    [Fact]
    public async Task Another_name_in_the_manifest_is_the_plugins_name()
    {
        await using var host = new PackagesHost();
        host.Host.Write("x.wasm", Idle);
        await host.StartAsync();

        var adopted = await host.AdoptAsync("x", "name = \"better\"\nversion = \"2.0.0\"\nabi_version = \"1.0.0\"\nwasm = \"code.wasm\"\n");

        Assert.True(adopted.IsSuccess, adopted.Error?.Describe());
        Assert.Equal(["better/code.wasm", "better/plugin.toml"], host.Files);
        Assert.Equal(PluginState.Running, host.Host.Plugin("better").State);
        Assert.Null(host.Host.Manager.Find(PluginName.Parse("x")));
    }

    [Fact]
    public async Task A_manifest_with_mistakes_is_refused_with_all_of_them_and_nothing_is_moved()
    {
        await using var host = new PackagesHost();
        host.Host.Write("x.wasm", Idle);
        await host.StartAsync();

        var adopted = await host.AdoptAsync("x", "name = \"x\"\nversion = \"1\"\nabi_version = \"1.0.0\"\nauthr = \"me\"\nwasm = \"../x.wasm\"\n");

        Assert.Equal("package.refused", adopted.Error?.Code.Value);
        Assert.Equal(
            ["plugin.toml:2:11 manifest.bad_version", "plugin.toml:4:1 manifest.unknown_key", "plugin.toml:5:8 manifest.bad_file_name"],
            adopted.Error!.Causes.Select(cause => $"{cause.Location} {cause.Code}"));
        Assert.Equal(["x.wasm"], host.Files);
        Assert.Equal(PluginState.Discovered, host.Host.Plugin("x").State);
    }

    [Fact]
    public async Task A_component_beside_a_plugin_of_its_name_is_another_plugin()
    {
        await using var host = new PackagesHost();
        host.Host.With("idle", Idle);
        host.Host.Write("idle.wasm", Idle);
        await host.StartAsync();

        Assert.Equal("plugin.needs_manifest", host.Host.Plugin("idle-2").Failure?.Code.Value);
        Assert.Equal("idle-2", (await host.ProposeAsync("idle-2")).Value?.Name);
        var taken = await host.AdoptAsync("idle-2", Encoding.UTF8.GetString(Package.Manifest("idle")));
        Assert.Equal(["package.name_in_use"], taken.Error?.Causes.Select(cause => cause.Code.Value));
        Assert.True((await host.AdoptAsync("idle-2")).IsSuccess);
        Assert.Equal((PluginState.Running, PluginState.Running), (host.Host.Plugin("idle").State, host.Host.Plugin("idle-2").State));
    }

    [Fact]
    public async Task A_package_of_the_same_name_leaves_a_loose_component_alone()
    {
        await using var host = new PackagesHost();
        host.Host.Write("idle.wasm", Idle);
        await host.StartAsync();

        Assert.True((await host.InstallAsync(Package.Of("idle"))).IsSuccess);

        Assert.Equal(["idle.wasm", "idle/guest.wasm", "idle/plugin.toml"], host.Files);
        Assert.Equal(PluginState.Running, host.Host.Plugin("idle").State);
        Assert.Equal("plugin.needs_manifest", host.Host.Plugin("idle-2").Failure?.Code.Value);
    }

    [Fact]
    public async Task A_component_that_cannot_be_moved_stays_as_it_was()
    {
        await using var host = new PackagesHost();
        host.Host.Write("idle.wasm", Idle);
        await host.StartAsync();
        using var unchangeable = Unchangeable.Make(host.Host.Directory["idle.wasm"]);

        foreach (var error in new[] { (await host.AdoptAsync("idle")).Error, (await host.RemoveAsync("idle")).Error })
        {
            Assert.Equal("package.disk_failed", error?.Code.Value);
            Assert.Equal(["idle.wasm"], host.Files);
            Assert.Equal((PluginState.Discovered, "plugin.needs_manifest"), (host.Host.Plugin("idle").State, host.Host.Plugin("idle").Failure?.Code.Value));
        }
    }

    [Fact]
    public async Task An_adoption_that_cannot_be_concluded_is_undone()
    {
        await using var host = new PackagesHost();
        host.Host.Write("idle.wasm", Idle);
        await host.StartAsync();
        using var change = new ChangeThatCannotBeConcluded(host.Host);

        Assert.Equal("package.disk_failed", (await host.AdoptAsync("idle")).Error?.Code.Value);

        Assert.True(change.IsMet);
        Assert.Equal(["idle.wasm"], host.Files.Where(file => !file.StartsWith(".staging", StringComparison.Ordinal)));
        Assert.Equal((PluginState.Discovered, "plugin.needs_manifest"), (host.Host.Plugin("idle").State, host.Host.Plugin("idle").Failure?.Code.Value));
    }

    [Fact]
    public async Task A_bare_component_that_is_uploaded_gets_the_same_report()
    {
        await using var host = await new PackagesHost().StartAsync();
        var bare = PackagesHost.Bare with { FileName = @"C:\fakepath\My Idle.WASM" };

        var report = await host.InspectAsync(Idle, bare);

        Assert.True(report.IsValid);
        Assert.Equal(("my-idle", "0.1.0"), (report.Name, report.Version));
        Assert.StartsWith("# Proposed for My Idle.WASM.", report.Manifest, StringComparison.Ordinal);
        Assert.Null((await host.InspectAsync(Package.Of("x"))).Manifest);
    }

    [Fact]
    public async Task A_bare_component_that_is_uploaded_is_installed_only_when_that_is_confirmed()
    {
        await using var host = await new PackagesHost().StartAsync();
        var bare = PackagesHost.Bare with { FileName = "idle.wasm" };

        Assert.Equal("package.needs_manifest", (await host.InstallAsync(Idle, bare)).Error?.Code.Value);
        Assert.Empty(host.Files);
        var installed = await host.InstallAsync(Idle, bare with { IsAdopted = true });

        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(["idle/idle.wasm", "idle/plugin.toml"], host.Files);
        Assert.Equal(PluginState.Running, host.Host.Plugin("idle").State);
    }

    [Fact]
    public async Task A_bare_core_module_that_is_uploaded_is_told_how_to_become_a_component()
    {
        await using var host = await new PackagesHost().StartAsync();

        var report = await host.InspectAsync(RepositoryFiles.Guest("core-module"), PackagesHost.Bare with { FileName = "x.wasm" });

        Assert.Equal(["x.wasm component.core_module"], report.Problems.Select(problem => $"{problem.Location} {problem.Code}"));
    }

    private static byte[] Section(string name, string text) => Raw(name, Encoding.UTF8.GetBytes(text));

    private static byte[] Producers(string field, params (string Name, string Version)[] values) => Raw(
        "producers",
        [1, .. Block(Encoding.UTF8.GetBytes(field)), (byte)values.Length, .. values.SelectMany(value =>
            (byte[])[.. Block(Encoding.UTF8.GetBytes(value.Name)), .. Block(Encoding.UTF8.GetBytes(value.Version))])]);

    private static byte[] Raw(string name, byte[] content) => [0, .. Block([.. Block(Encoding.UTF8.GetBytes(name)), .. content])];

    private static byte[] Block(byte[] content) => [(byte)(0x80 | (content.Length & 0x7F)), (byte)(content.Length >> 7), .. content];
}
