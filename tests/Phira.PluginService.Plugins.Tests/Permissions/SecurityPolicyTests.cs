using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;
using Semver;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class SecurityPolicyTests
{
    private static readonly SecurityPolicy Policy = new()
    {
        AllowFilesystem = true,
        AllowedFilesystemPaths = ["/srv/phira"],
        AllowNetwork = true,
        AllowedNetworkHosts = ["*.example.com", "10.0.0.1:80"],
        AllowSubprocesses = true,
        AllowedCommands = ["uptime"],
        AllowEnvironment = true,
        AllowedEnvironmentVars = ["LANG"],
        AllowSystemInfo = true,
    };

    [Theory]
    [InlineData("filesystem", """{"paths": ["/srv/phira/maps"], "write": true}""")]
    [InlineData("network", """{"hosts": ["a.example.com", "10.0.0.1:80"], "per_minute": 3}""")]
    [InlineData("subprocess", """{"commands": ["uptime"]}""")]
    [InlineData("environment", """{"variables": ["LANG"]}""")]
    [InlineData("system_info", "{}")]
    [InlineData("kick_users", "{}")]
    public void What_it_allows_can_be_granted(string permission, string scopes) => Assert.Null(Grant(Policy, permission, scopes));

    [Theory]
    [InlineData("filesystem", """{"paths": ["/srv"]}""")]
    [InlineData("filesystem", """{"paths": ["/srv/phira/../other"]}""")]
    [InlineData("filesystem", "{}")]
    [InlineData("network", """{"hosts": ["example.com"]}""")]
    [InlineData("network", """{"hosts": ["10.0.0.1"]}""")]
    [InlineData("network", "{}")]
    [InlineData("subprocess", """{"commands": ["uptime", "sh"]}""")]
    [InlineData("environment", """{"variables": ["PATH"]}""")]
    public void What_goes_further_is_refused_with_what_it_allows(string permission, string scopes) =>
        Assert.Equal("permission.beyond_policy", Grant(Policy, permission, scopes)?.Code.Value);

    [Fact]
    public void What_it_allows_is_told_in_words()
    {
        var refused = Grant(Policy, "subprocess", "{}")!;

        Assert.Equal(
            """This host lets no plugin have subprocess without bounds; its security policy allows it with {"commands":["uptime"]}.""", refused.Message());
        Assert.Equal("""本服务不允许任何插件以这样的范围使用 subprocess：不限；安全策略允许的范围：{"commands":["uptime"]}。""", refused.Message(Language.Chinese));
    }

    [Theory]
    [InlineData("filesystem", """{"paths": []}""")]
    [InlineData("network", """{"hosts": []}""")]
    [InlineData("subprocess", """{"commands": []}""")]
    [InlineData("environment", """{"variables": []}""")]
    [InlineData("system_info", "{}")]
    public void By_default_none_of_it_can_be_granted(string permission, string scopes) =>
        Assert.Equal("permission.forbidden_by_policy", Grant(new SecurityPolicy(), permission, scopes)?.Code.Value);

    [Fact]
    public void It_can_allow_every_host() =>
        Assert.Null(Grant(new SecurityPolicy { AllowNetwork = true, AllowedNetworkHosts = ["*"] }, "network", "{}"));

    [Fact]
    public async Task A_grant_that_it_forbids_is_refused_and_nothing_is_stored()
    {
        await using var host = await new PluginHost(options => options.Approval = ApprovalPolicy.Ask)
            .With("echo", RepositoryFiles.Guest("echo"), "[security]\nallow_network = true\nallowed_network_hosts = [\"a.example.com\"]\n")
            .StartAsync();

        var granted = await host.GrantAsync("echo", "network");

        Assert.Equal("permission.forbidden_by_policy", granted.Error?.Code.Value);
        Assert.Contains("allow_network", granted.Error!.Remedy(), StringComparison.Ordinal);
        Assert.Equal(PluginState.PendingApproval, host.Plugin("echo").State);
        Assert.Null(Assert.Single((await host.PermissionsAsync("echo")).Permissions).GrantedScopesJson);
    }

    [Fact]
    public async Task A_stricter_one_takes_back_what_was_granted_before()
    {
        var store = new InMemoryPermissionStore();
        const string Manifest = "[permissions]\nnetwork = { hosts = [\"a.example.com\"] }\n";
        await using (var host = await new PluginHost(options => options.Security = Policy, permissions: store)
            .With("echo", RepositoryFiles.Guest("echo"), Manifest).StartAsync())
        {
            Assert.Equal(PluginState.Running, host.Plugin("echo").State);
        }

        await using var stricter = await new PluginHost(permissions: store).With("echo", RepositoryFiles.Guest("echo"), Manifest).StartAsync();

        Assert.Equal(PluginState.PendingApproval, stricter.Plugin("echo").State);
        Assert.True((await stricter.PermissionsAsync("echo")).IsPending);
    }

    [Fact]
    public async Task A_plugin_that_asks_for_what_it_forbids_is_not_told_to_be_granted_that()
    {
        await using var host = await new PluginHost(options => options.Approval = ApprovalPolicy.Ask)
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nnetwork = { hosts = [\"a.example.com\"] }\nread_users = true\n").StartAsync();

        var pending = host.Plugin("echo").Pending!;
        Assert.Equal("The plugin \"echo\" asks for what this service allows no plugin: network.", pending.Message());
        Assert.Equal(
            [("permission.forbidden_by_policy", "Set allow_network in section [security] of the configuration if plugins may have it."),
                ("permission.missing", "Grant it, if you want the plugin to have it.")],
            pending.Causes.Select(cause => (cause.Code.Value, cause.Remedy())));
        Assert.DoesNotContain("/permissions", pending.Describe(), StringComparison.Ordinal);
        Assert.StartsWith("Plugin echo cannot be approved: ", Assert.Single(host.Logs.Problems).Text, StringComparison.Ordinal);
        Assert.Equal(
            [("network", "allow_network"), ("read_users", null)],
            (await host.PermissionsAsync("echo")).Permissions.Select(permission => (permission.Permission, permission.ForbiddenBy)));
    }

    [Theory]
    [InlineData("hosts = [\"a.example.com\", \"b.example.org\"]", "allowed_network_hosts")]
    [InlineData("hosts = [\"a.example.com\"]", null)]
    public async Task It_forbids_a_part_of_what_is_asked_for_as_well(string hosts, string? forbiddenBy)
    {
        await using var host = await new PluginHost(options =>
        {
            options.Approval = ApprovalPolicy.Ask;
            options.Security = Policy;
        }).With("echo", RepositoryFiles.Guest("echo"), $"[permissions]\nnetwork = {{ {hosts} }}\n").StartAsync();

        Assert.Equal(
            forbiddenBy is null ? "permission.pending" : "permission.asks_for_forbidden",
            host.Plugin("echo").Pending?.Code.Value);
        Assert.Equal(forbiddenBy, Assert.Single((await host.PermissionsAsync("echo")).Permissions).ForbiddenBy);
    }

    [Theory]
    [InlineData("filesystem", null, "The manifest does not ask for filesystem. Add filesystem = true under [permissions] in plugin.toml.")]
    [InlineData("read_users", null, "read_users is not granted. An administrator can grant it in the dashboard at /manage/echo/permissions or with PUT /api/v1/plugins/echo/permissions.")]
    [InlineData("network", null, "This host lets no plugin have network. Set allow_network in section [security] of the configuration if plugins may have it.")]
    [InlineData("kick_users", "6", "the manifest does not ask for user 6")]
    [InlineData("kick_users", "7", "the grant does not cover user 7")]
    [InlineData("environment", "PATH", "allowed_environment_vars in section [security] of the configuration does not allow variable PATH")]
    public void A_denied_call_says_whether_the_manifest_the_grant_or_the_policy_stands_in_the_way(string permission, string? target, string text)
    {
        var requested = Requests(
            new("read_users"),
            new("network"),
            new("kick_users") { Users = [5, 7] },
            new("environment") { Variables = ["LANG", "PATH"] });
        var rules = new PermissionRules(Policy with { AllowNetwork = false });
        var ledger = new GrantSet(TimeProvider.System, _ => { })
        {
            Grants = rules.Cap(Requests(new("kick_users") { Users = [5] }, new("environment") { Variables = ["LANG", "PATH"] })),
        };
        var gate = new PermissionGate(PluginName.Parse("echo"), requested, ledger, rules);

        var denied = gate.Use(permission, permission switch
        {
            "kick_users" => new PermissionTarget { User = new UserId(int.Parse(target!, System.Globalization.CultureInfo.InvariantCulture)) },
            "environment" => new PermissionTarget { Variable = target },
            _ => default,
        });

        Assert.Equal(("permission-denied", $"{permission}: {text}"), (denied?.ErrorCase, denied?.ErrorText));
    }

    [Fact]
    public void The_two_sections_of_a_manifest_are_two_spellings_of_one_request()
    {
        var requests = PermissionRequests.Of(new PluginManifest
        {
            Name = PluginName.Parse("a"),
            Version = new SemVersion(1),
            AbiVersion = new SemVersion(1),
            Permissions = ((PermissionRequest[])
            [
                new("network") { Hosts = ["b.example.com"], PerHour = 9 },
                new("subprocess"),
                new("timers"),
            ]).ToImmutableSortedDictionary(request => request.Name, request => request, StringComparer.Ordinal),
            Security = Policy with { AllowEnvironment = false },
        });

        Assert.Equal(
            [
                """filesystem {"paths":["/srv/phira"]}""",
                """network {"hosts":["*.example.com","10.0.0.1:80","b.example.com"],"per_hour":9}""",
                """subprocess {"commands":["uptime"]}""",
                "system_info {}",
                "timers {}",
            ],
            requests.Values.Select(request => $"{request.Name} {ScopesJson.Write(request)}"));
    }

    private static ImmutableSortedDictionary<string, PermissionRequest> Requests(params PermissionRequest[] requests) =>
        requests.ToImmutableSortedDictionary(request => request.Name, request => request, StringComparer.Ordinal);

    private static Error? Grant(SecurityPolicy policy, string permission, string scopes) => new PermissionRules(policy)
        .Read(PluginName.Parse("echo"), [new GrantRequest(permission, scopes)], ImmutableSortedDictionary<string, PermissionRequest>.Empty)
        .Error;
}
