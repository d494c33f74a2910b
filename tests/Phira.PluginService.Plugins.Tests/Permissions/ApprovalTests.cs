using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class ApprovalTests
{
    private const string Modest = "[permissions]\nregister_commands = true\n";
    private const string Demanding = "[permissions]\nregister_commands = true\nkick_users = { per_minute = 5 }\n";

    [Fact]
    public async Task A_plugin_that_asks_for_something_waits_and_says_for_what()
    {
        await using var host = await AskingHost().With("echo", Component, Demanding).StartAsync();

        var plugin = host.Plugin("echo");
        Assert.Equal(PluginState.PendingApproval, plugin.State);
        Assert.Equal("permission.pending", plugin.Pending?.Code.Value);
        Assert.Contains("kick_users, register_commands", plugin.Pending!.Message(), StringComparison.Ordinal);
        Assert.Contains("""kick_users is asked for with {"per_minute":5}""", plugin.Pending.Describe(), StringComparison.Ordinal);
        Assert.Equal(0, plugin.Usage.Calls);
        var transition = host.Store.Transitions[^1];
        Assert.Equal(PluginState.PendingApproval, transition.To);
        Assert.Contains("kick_users, register_commands", transition.Failure?.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("尚未全部授予：kick_users, register_commands", transition.Failure?.In(Language.Chinese), StringComparison.Ordinal);
        var shown = await host.PermissionsAsync("echo");
        Assert.True(shown.IsPending);
        Assert.Equal(
            [("kick_users", """{"per_minute":5}""", null, true), ("register_commands", "{}", null, true)],
            shown.Permissions.Select(Row));
    }

    [Fact]
    public async Task The_log_warns_in_one_short_line_that_it_waits_and_says_where_it_is_approved()
    {
        await using var host = await AskingHost().With("echo", Component, Demanding).StartAsync();

        var line = Assert.Single(host.Logs.Problems);
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Equal("Plugin echo waits for approval in the dashboard at /manage/echo/permissions", line.Text);
        Assert.Contains("管理面板的 /manage/echo/permissions", host.Plugin("echo").Pending!.Remedy(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_reads_as_words_in_Chinese_too()
    {
        await using var host = await AskingHost().With("echo", Component, Demanding).StartAsync();

        await host.GrantAsync("echo", "kick_users {\"per_minute\":4}");

        Assert.Equal(
            ["kick_users 申请的范围：{\"per_minute\":5}；授予的范围：{\"per_minute\":4}。", "register_commands 申请的范围：不限；尚未授予。"],
            host.Plugin("echo").Pending!.Causes.Select(cause => cause.Message(Language.Chinese)));
    }

    [Fact]
    public async Task A_plugin_that_asks_for_nothing_runs()
    {
        await using var host = await AskingHost().With("echo", Component).StartAsync();

        Assert.Equal(PluginState.Running, host.Plugin("echo").State);
        Assert.False((await host.PermissionsAsync("echo")).IsPending);
    }

    [Fact]
    public async Task Granted_what_it_asks_for_it_is_loaded_at_once_and_the_history_names_who_granted()
    {
        await using var host = await AskingHost().With("echo", Component, Demanding).StartAsync();

        var granted = await host.GrantAsync("echo", "kick_users", "register_commands");

        Assert.False(granted.Value!.IsPending);
        var plugin = host.Plugin("echo");
        Assert.Equal((PluginState.Running, null), (plugin.State, plugin.Pending));
        Assert.Equal(
            [("kick_users", """{"per_minute":5}""", """{"per_minute":5}""", false), ("register_commands", "{}", "{}", false)],
            granted.Value.Permissions.Select(Row));
        Assert.All(granted.Value.Permissions, permission => Assert.Equal("test", permission.GrantedBy));
        Assert.Equal((PluginState.Running, PluginHost.Cause), (host.Store.Transitions[^1].To, host.Store.Transitions[^1].Cause));
        Assert.Equal(
            [
                ("test", "plugin.grant", "plugin:echo", """kick_users {"per_minute":5}: a test asks""", "done", "1"),
                ("test", "plugin.grant", "plugin:echo", "register_commands {}: a test asks", "done", "1"),
            ],
            host.Audit.Records.Select(record =>
                (record.Actor, record.Action, record.Target, record.Reason.ToString(), record.Outcome, record.CorrelationId)));
    }

    [Theory]
    [InlineData("kick_users", "register_commands is asked for without bounds and not granted")]
    [InlineData("register_commands", "kick_users is asked for")]
    [InlineData("register_commands;kick_users {\"per_minute\":4}", "kick_users is asked for with {\"per_minute\":5} and granted with {\"per_minute\":4}")]
    [InlineData("register_commands;kick_users {\"users\":[1]}", "kick_users is asked for with {\"per_minute\":5} and granted with {\"users\":[1]}")]
    public async Task Granted_less_it_goes_on_waiting_and_says_for_what_else(string grants, string missing)
    {
        await using var host = await AskingHost().With("echo", Component, Demanding).StartAsync();

        Assert.True((await host.GrantAsync("echo", grants.Split(';'))).Value!.IsPending);

        Assert.Equal(PluginState.PendingApproval, host.Plugin("echo").State);
        Assert.Contains(missing, host.Plugin("echo").Pending!.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_wider_than_the_request_lets_it_run_within_the_request()
    {
        await using var host = await AskingHost()
            .With("echo", Component, "[permissions]\nregister_commands = true\nread_users = { users = [5] }\n").StartAsync();
        host.Game.Add(5, "五");
        host.Game.Add(6, "六");

        await host.GrantAsync("echo", "read_users {}", "register_commands");

        await new Echo(host).OkAsync("users.get-user-info", 5);
        Assert.Equal("permission-denied", (await new Echo(host).ErrorAsync("users.get-user-info", 6)).Case);
    }

    [Fact]
    public async Task Loading_it_by_hand_changes_nothing()
    {
        await using var host = await AskingHost().With("echo", Component, Demanding).StartAsync();

        foreach (var operation in (PluginOperation[])[PluginOperation.Load, PluginOperation.Reload])
        {
            Assert.Equal(PermissionErrors.Pending, (await host.DoAsync("echo", operation)).Error?.Code);
            Assert.Equal(PluginState.PendingApproval, host.Plugin("echo").State);
        }
    }

    [Fact]
    public async Task An_update_that_asks_for_more_waits_while_the_old_version_goes_on_and_is_taken_into_service_when_granted()
    {
        await using var host = await AskingHost().With("echo", Component, Modest).StartAsync();
        await host.GrantAsync("echo", "register_commands");
        var previous = host.Plugin("echo");
        host.With("echo", Component, Demanding, version: "2.0.0");

        var reloaded = await host.DoAsync("echo", PluginOperation.Reload);

        Assert.Equal(PermissionErrors.Pending, reloaded.Error?.Code);
        Assert.Contains("kick_users", reloaded.Error!.Message(), StringComparison.Ordinal);
        var waiting = host.Plugin("echo");
        Assert.Equal((PluginState.Running, previous.Version, previous.Usage.StartedAt), (waiting.State, waiting.Version, waiting.Usage.StartedAt));
        Assert.Equal(PermissionErrors.Pending, waiting.Pending?.Code);
        Assert.Equal("2.0.0", (await host.PermissionsAsync("echo")).Version);
        await new Echo(host).AskAsync("calls");
        Assert.Equal(PermissionErrors.Pending, host.Changes[^1].Pending?.Code);

        await host.GrantAsync("echo", "register_commands", "kick_users");

        var now = host.Plugin("echo");
        Assert.Equal((PluginState.Running, "2.0.0", null), (now.State, now.Version, now.Pending));
        await new Echo(host).AskAsync("calls");
    }

    [Fact]
    public async Task An_update_that_asks_for_less_is_taken_into_service_without_asking()
    {
        await using var host = await AskingHost().With("echo", Component, Demanding).StartAsync();
        await host.GrantAsync("echo", "register_commands", "kick_users");
        host.With("echo", Component, Modest, version: "2.0.0");

        Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);

        Assert.Equal("2.0.0", host.Plugin("echo").Version);
        Assert.Equal("permission-denied", (await new Echo(host).ErrorAsync("users.kick-user", 5, "x")).Case);
    }

    [Fact]
    public async Task Grants_are_there_again_after_a_restart()
    {
        var store = new InMemoryPermissionStore();
        await using (var host = await AskingHost(store).With("echo", Component, Demanding).StartAsync())
        {
            await host.GrantAsync("echo", "register_commands", "kick_users");
        }

        await using var restarted = await AskingHost(store).With("echo", Component, Demanding).StartAsync();
        Assert.Equal(PluginState.Running, restarted.Plugin("echo").State);
    }

    [Fact]
    public async Task Those_that_need_it_are_loaded_with_it()
    {
        await using var host = await AskingHost()
            .With("echo", Component, Modest).With("needy", Component, "[dependencies]\necho = \"*\"\n").StartAsync();
        Assert.Equal(PluginState.Failed, host.Plugin("needy").State);

        await host.GrantAsync("echo", "register_commands");

        await host.UntilAsync("needy", PluginState.Running);
    }

    [Fact]
    public async Task Granted_while_what_it_needs_is_down_it_comes_with_that()
    {
        await using var host = await AskingHost()
            .With("echo", Component).With("needy", Component, $"[dependencies]\necho = \"*\"\n{Modest}").StartAsync();
        await host.DoAsync("echo", PluginOperation.Unload);

        await host.GrantAsync("needy", "register_commands");
        Assert.Equal("plugin.provider_not_running", host.Plugin("needy").Failure?.Code.Value);

        await host.DoAsync("echo", PluginOperation.Load);
        await host.UntilAsync("needy", PluginState.Running);
    }

    [Fact]
    public async Task A_plugin_that_is_wanted_stopped_or_unloaded_is_not_started_by_a_grant()
    {
        var store = new InMemoryPluginStore();
        await store.SetDesiredStateAsync(Core.Ids.PluginName.Parse("stopped"), DesiredState.Stopped, CancellationToken.None);
        await using var host = await new PluginHost(options => options.Approval = ApprovalPolicy.Ask, store)
            .With("stopped", Component, Modest).StartAsync();

        await host.GrantAsync("stopped", "register_commands");

        Assert.Equal(PluginState.Stopped, host.Plugin("stopped").State);
    }

    [Theory]
    [InlineData("fly", "permission.unknown")]
    [InlineData("kick_users {\"rooms\":[]}", "permission.unknown_scope")]
    [InlineData("broadcast", "permission.not_requested")]
    [InlineData("kick_users;kick_users {}", "permission.twice")]
    [InlineData("fly;broadcast", "permission.refused")]
    public async Task A_grant_that_makes_no_sense_is_refused_whole(string grants, string code)
    {
        await using var host = await AskingHost().With("echo", Component, Demanding).StartAsync();

        var granted = await host.GrantAsync("echo", [.. grants.Split(';'), "register_commands"]);

        Assert.Equal(code, granted.Error?.Code.Value);
        Assert.All((await host.PermissionsAsync("echo")).Permissions, permission => Assert.Null(permission.GrantedBy));
        Assert.Empty(host.Audit.Records);
    }

    [Fact]
    public async Task There_is_nothing_to_grant_to_a_plugin_that_is_not_there()
    {
        await using var host = await AskingHost().StartAsync();

        Assert.Equal(PluginErrors.NotFound, (await host.GrantAsync("echo", "kick_users {}")).Error?.Code);
    }

    private static byte[] Component => RepositoryFiles.Guest("echo");

    private static PluginHost AskingHost(InMemoryPermissionStore? store = null) =>
        new(options => options.Approval = ApprovalPolicy.Ask, permissions: store);

    private static (string, string?, string?, bool) Row(PermissionStatus permission) =>
        (permission.Permission, permission.RequestedScopesJson, permission.GrantedScopesJson, permission.IsPending);
}
