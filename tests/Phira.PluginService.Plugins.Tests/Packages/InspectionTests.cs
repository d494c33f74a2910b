using System.Security.Cryptography;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

public sealed class InspectionTests
{
    [Fact]
    public async Task A_report_says_what_a_package_is()
    {
        await using var host = new PackagesHost();
        host.Host.With("echo", RepositoryFiles.Guest("idle"), version: "0.9.0");
        await host.StartAsync();
        var package = Package.Of(
            "echo", "1.2.3", "echo", "[permissions]\nkick_users = { users = [7], per_minute = 5 }\nread_users = true\n");

        var report = await host.InspectAsync(package);

        Assert.Empty(report.Problems);
        Assert.Empty(report.Warnings);
        Assert.Equal(("echo", "1.2.3", "0.9.0", "1.0.0"), (report.Name, report.Version, report.InstalledVersion, report.AbiVersion));
        var component = RepositoryFiles.Guest("echo");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(component)), report.Sha256);
        Assert.Equal((package.Length, component.Length), (report.PackageBytes, report.ComponentBytes));
        Assert.Equal(["plugin.toml", "guest.wasm"], report.Files.Select(file => file.Path));
        Assert.Contains("phira:plugin/event-handler@1.0.0#on-event(event: event) -> result<event-outcome, string>", report.Exports);
        Assert.Contains("phira:plugin/users@1.0.0#kick-user(id: u32, reason: string) -> result<_, host-error>", report.Imports);
        Assert.Equal(
            ["kick_users {\"per_minute\":5,\"users\":[7]}", "read_users {}"], report.Permissions.Select(pair => $"{pair.Key} {pair.Value}"));
        Assert.Equal("0.9.0", host.Host.Plugin("echo").Version);
        Assert.Equal(["echo/guest.wasm", "echo/plugin.toml"], host.Files);
    }

    [Fact]
    public async Task What_the_configuration_forbids_is_a_warning_and_not_something_to_be_granted()
    {
        await using var host = new PackagesHost(options => options.Approval = ApprovalPolicy.Ask);

        var report = await host.InspectAsync(Package.Of("echo", manifest: "[permissions]\nnetwork = { hosts = [\"a.example\"] }\nread_users = true\n"));

        Assert.Equal(["read_users"], report.PendingPermissions);
        Assert.Equal(
            ["permission.forbidden_by_policy network|allow_network"],
            report.Warnings.Select(warning => $"{warning.Code} {string.Join('|', warning.Arguments)}"));
    }

    [Fact]
    public async Task Permissions_that_are_not_granted_yet_are_named()
    {
        var granted = new PermissionGrant(PluginName.Parse("echo"), "read_users", "{}", "admin", DateTimeOffset.UnixEpoch);
        await using var host = new PackagesHost(options => options.Approval = ApprovalPolicy.Ask, new Grants(granted));

        var report = await host.InspectAsync(Package.Of("echo", manifest: "[permissions]\nkick_users = true\nread_users = true\n"));

        Assert.Equal(["kick_users"], report.PendingPermissions);
        Assert.True(report.IsValid);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        await using var host = new PackagesHost();
        var manifest = Package.Manifest(
            "x", more: "min_host_version = \"99.0.0\"\n[limits]\nmax_memory = 99999999999\n[permissions]\nfly = true\n");

        var report = await host.InspectAsync(Package.Of(("x/plugin.toml", manifest), ("x/guest.wasm", RepositoryFiles.Guest("teleport"))));

        Assert.Contains("plugin.toml:4:20 manifest.host_too_old", Lines(report));
        Assert.Contains(Lines(report), line =>
            line.EndsWith("manifest.unknown_key", StringComparison.Ordinal) || line.EndsWith("manifest.unknown_permission", StringComparison.Ordinal));
        Assert.Contains("guest.wasm component.unknown_import", Lines(report));
    }

    [Theory]
    [InlineData("core-module", "component.core_module")]
    [InlineData("truncated", "component.truncated")]
    [InlineData("teleport", "component.unknown_import")]
    [InlineData("future", "component.unknown_import")]
    [InlineData("no-lifecycle", "component.missing_export")]
    public async Task A_component_that_is_no_plugin_is_refused(string guest, string code)
    {
        await using var host = new PackagesHost();

        var report = await host.InspectAsync(Package.Of("x", guest: guest));

        Assert.Contains($"guest.wasm {code}", Lines(report));
        Assert.False(report.IsValid);
    }

    [Fact]
    public async Task Files_that_are_left_out_are_warnings()
    {
        await using var host = new PackagesHost();

        var report = await host.InspectAsync(Package.Of(
            ("plugin.toml", Package.Manifest("x")), ("guest.wasm", RepositoryFiles.Guest("idle")), ("src/aux.rs", [])));

        Assert.True(report.IsValid);
        Assert.Equal(["src/aux.rs package.left_out"], report.Warnings.Select(warning => $"{warning.Location} {warning.Code}"));
        Assert.Equal(["plugin.toml", "guest.wasm"], report.Files.Select(file => file.Path));
    }

    [Fact]
    public async Task Limits_above_those_of_the_host_are_refused()
    {
        await using var host = new PackagesHost();

        var report = await host.InspectAsync(Package.Of("x", manifest: "[limits]\nmax_memory = 99999999999\n"));

        Assert.Equal(["plugin.toml:5:1 manifest.limit_above_maximum"], Lines(report));
    }

    [Fact]
    public async Task A_schema_in_a_file_of_the_package_is_checked()
    {
        await using var host = new PackagesHost();

        var report = await host.InspectAsync(Package.Of(
            ("plugin.toml", Package.Manifest("x", more: "[config]\nlevel = \"high\"\n")),
            ("config.schema.json", """{"properties":{"level":{"type":"integer"}}}"""u8.ToArray()),
            ("guest.wasm", RepositoryFiles.Guest("idle"))));

        Assert.False(report.IsValid);
        Assert.All(report.Problems, problem => Assert.StartsWith("config.", problem.Code.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dependencies_that_are_not_met_and_dependents_that_would_break_are_warnings()
    {
        await using var host = new PackagesHost();
        host.Host.With("base", RepositoryFiles.Guest("idle"))
            .With("user", RepositoryFiles.Guest("idle"), "[dependencies]\nbase = \"^1\"\n");
        await host.StartAsync();

        var report = await host.InspectAsync(Package.Of("base", "2.0.0", manifest: "[dependencies]\nabsent = \"^3\"\n"));

        Assert.True(report.IsValid);
        Assert.Equal(
            ["dependency.missing base|absent|^3", "dependency.out_of_range user|base|^1|2.0.0"],
            report.Warnings.Select(warning => $"{warning.Code} {string.Join('|', warning.Arguments)}"));
    }

    [Fact]
    public async Task A_package_that_is_too_large_is_not_read_to_its_end()
    {
        await using var host = new PackagesHost();
        using var endless = new EndlessStream();

        var report = await host.Packages.InspectAsync(endless, PackagesHost.Bare, TestContext.Current.CancellationToken);

        Assert.Equal(["package.too_large"], report.Problems.Select(problem => problem.Code.Value));
    }

    private static IEnumerable<string> Lines(Core.Packages.PackageReport report) =>
        [.. report.Problems.Select(problem => $"{problem.Location} {problem.Code}")];
}
