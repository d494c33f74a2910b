using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class ReloadTests
{
    [Fact]
    public async Task The_next_version_greets_and_goes_on_counting_where_the_former_stopped()
    {
        await using var host = await new PluginHost().WithSample("welcome").StartAsync();
        var user = host.Game.Add(7, "小明");
        host.Events.Publish(new UserConnected(user));
        host.Events.Publish(new UserConnected(user));
        await host.AskedAsync(2);
        var previous = host.Plugin("welcome");
        PutSecondVersion(host);

        var reloaded = await host.DoAsync("welcome", PluginOperation.Reload);

        Assert.True(reloaded.IsSuccess, reloaded.Error?.Describe());
        host.Events.Publish(new UserConnected(user));
        Assert.Equal(
            [
                "user 7: 欢迎 小明！这是你第 1 次来访。",
                "user 7: 欢迎 小明！这是你第 2 次来访。",
                "user 7: [v2] 欢迎 小明！这是你第 3 次来访。",
            ],
            await host.AskedAsync(3));
        Assert.Equal(("2.0.0", PluginState.Running), (reloaded.Value.Version, reloaded.Value.State));
        Assert.NotEqual(previous.Sha256, reloaded.Value.Sha256);
        Assert.True(reloaded.Value.Usage.StartedAt > previous.Usage.StartedAt);
    }

    [Fact]
    public async Task A_reload_stands_in_the_history_with_who_asked_for_it()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        await host.DoAsync("echo", PluginOperation.Reload);

        var last = host.Store.Transitions[^1];
        Assert.Equal((PluginState.Running, PluginState.Running), (last.From, last.To));
        Assert.Equal(PluginHost.Cause, last.Cause);
    }

    [Fact]
    public async Task The_commands_of_the_next_version_replace_those_of_the_former_at_once()
    {
        await using var host = await new PluginHost().WithEcho("pair").StartAsync();
        Assert.True((await host.CommandAsync("echo")).IsSuccess);
        host.WithHostile("pair");

        await host.DoAsync("pair", PluginOperation.Reload);

        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
        Assert.Equal("command.not_found", (await host.CommandAsync("echo")).Error!.Code.Value);
        Assert.Equal(["help", "hostile"], host.Commands.Commands.Select(command => command.Name));
    }

    [Fact]
    public async Task The_subscriptions_of_the_next_version_replace_those_of_the_former_at_once()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("user_connect", "room_lock_change")).StartAsync();
        var echo = new Echo(host);
        host.WithEcho(manifest: Echo.Subscribing("user_disconnect", "room_lock_change"));
        await host.DoAsync("echo", PluginOperation.Reload);

        host.Events.Publish(new UserConnected(host.Game.Add(1, "a")));
        host.Events.Publish(new UserDisconnected(host.Game.Add(2, "b")));
        host.Events.Publish(new RoomLockChanged(host.Game.AddRoom(7, "r")));

        await echo.EventsAsync("room-lock-change");
        Assert.Single(await echo.EventsAsync("user-disconnect"));
        Assert.Empty(await echo.EventsAsync("user-connect", 0));
    }

    [Fact]
    public async Task A_manifest_with_other_defaults_changes_the_configuration_under_what_the_administrator_stored()
    {
        await using var host = await new PluginHost().WithEcho(manifest: "\n[config]\nfirst = 1\nsecond = 2\n").StartAsync();
        Assert.True((await host.SetConfigAsync("echo", """{"second": 22}""")).IsSuccess);
        host.WithEcho(manifest: "\n[config]\nfirst = 10\nsecond = 20\nthird = 30\n");

        await host.DoAsync("echo", PluginOperation.Reload);

        Boundary.Json.Same("""{"first": 10, "second": 22, "third": 30}""", await new Echo(host).ReadAsync("config"));
    }

    [Fact]
    public async Task A_manifest_with_fewer_permissions_takes_them_away()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("users.get-online-user-count");
        host.With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\n");

        await host.DoAsync("echo", PluginOperation.Reload);

        var (kind, text) = await echo.ErrorAsync("users.get-online-user-count");
        Assert.Equal("permission-denied", kind);
        Assert.StartsWith("read_users: The manifest does not ask for read_users.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_state_to_hand_over_the_next_version_begins_anew()
    {
        await using var host = await new PluginHost().WithEcho("any").StartAsync();
        host.With("any", RepositoryFiles.Guest("idle"));

        var there = await host.DoAsync("any", PluginOperation.Reload);
        host.WithEcho("any");
        var back = await host.DoAsync("any", PluginOperation.Reload);

        Assert.True(there.IsSuccess, there.Error?.Describe());
        Assert.True(back.IsSuccess, back.Error?.Describe());
        Boundary.Json.Same("0", (await new Echo(host, "any").ReadAsync("ledger"))["restored"]);
    }

    [Fact]
    public async Task A_plugin_that_is_not_running_is_loaded()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.DoAsync("echo", PluginOperation.Unload);

        var reloaded = await host.DoAsync("echo", PluginOperation.Reload);

        Assert.Equal(PluginState.Running, reloaded.Value!.State);
        await new Echo(host).AskAsync("config");
    }

    [Fact]
    public async Task A_call_under_way_is_answered_by_the_former_version_before_the_next_takes_over()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Game.AddRoom(7, "room");
        host.Game.Before = token =>
        {
            entered.TrySetResult();
            return go.Task.WaitAsync(token);
        };
        var call = new Echo(host).OkAsync("messages.send-message-to-room", 7, "x");
        await entered.Task.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);
        host.WithHostile("echo");

        var reload = host.DoAsync("echo", PluginOperation.Reload);
        await NextIsInitialisedAsync(host);
        Assert.False(reload.IsCompleted);
        go.SetResult();

        await call;
        Assert.True((await reload).IsSuccess);
        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
    }

    // The host writes down that the component has another name than its manifest.
    private static async Task NextIsInitialisedAsync(PluginHost host)
    {
        using var timeout = new CancellationTokenSource(PluginHost.Patience);
        while (!host.PluginLog.Read(PluginName.Parse("echo"), 100).Any(line => line.Message.Contains("hostile", StringComparison.Ordinal)))
        {
            timeout.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static void PutSecondVersion(PluginHost host)
    {
        foreach (var file in (string[])["plugin.toml", "config.schema.json"])
        {
            host.Write(Path.Combine("welcome", file), File.ReadAllText(RepositoryFiles.PathOf("tests", "guests", "welcome-v2", file)));
        }

        host.Write(Path.Combine("welcome", "welcome.wasm"), RepositoryFiles.Guest("welcome-v2"));
    }
}
