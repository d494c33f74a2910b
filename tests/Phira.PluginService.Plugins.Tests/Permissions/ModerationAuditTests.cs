using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class ModerationAuditTests
{
    private static readonly string[] Moderating = [PermissionNames.KickUsers, PermissionNames.BanUsers, PermissionNames.ManageRooms];

    // They take no target: they leave out what the grant does not cover, or tell no more than a number.
    private static readonly string[] WithoutTarget =
    [
        "users.list-bans", "users.get-online-user-count", "users.list-online-users", "rooms.list-rooms", "rooms.list-rooms-page", "rooms.get-room-count",
        "charts.get-chart", "commands.unregister-command", "http-routes.limit-request-body", "http-routes.unregister-route", "services.list",
    ];

    public static TheoryData<string, object?[], string, string, string> Calls => new()
    {
        { "users.kick-user", [5, "请离开"], "user.kick", "user:5", "请离开" },
        { "users.ban-user-by-id", [5, "坏", null], "user.ban", "user:5", "坏" },
        { "users.ban-user-by-id", [5, "\u001b[31mrude\u202e\nforged", null], "user.ban", "user:5", "[31mrude forged" },
        { "rooms.create-room", [4], "room.create", "room:#new", "" },
        { "rooms.disband-room", [7], "room.disband", "room:room", "" },
        { "rooms.set-room-lock", [7, true], "room.lock", "room:room", "" },
        { "rooms.set-room-lock", [7, false], "room.unlock", "room:room", "" },
        { "rooms.kick-from-room", [7, 5, "too loud"], "room.kick", "room:room user:5", "too loud" },
        { "rooms.transfer-host", [7, 5], "room.transfer_host", "room:room user:5", "" },
        { "rooms.set-room-cycle", [7, true], "room.cycle", "room:room", "" },
        { "rooms.set-room-chart", [7, 3], "room.chart", "room:room", "" },
        { "rooms.start-game", [7], "room.start_game", "room:room", "" },
        { "rooms.cancel-game", [7], "room.cancel_game", "room:room", "" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task What_was_done_is_written_with_plugin_target_reason_and_outcome(
        string function, object?[] arguments, string action, string target, string reason)
    {
        await using var host = await StartAsync();

        await new Echo(host).OkAsync(function, arguments);

        Assert.Equal(new AuditRecord("plugin:echo", action, target, reason, "done", ""), OfPlugin(host).Single());
    }

    [Fact]
    public async Task Lifting_a_ban_is_written()
    {
        await using var host = await StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("users.ban-user-by-id", 5, "坏", null);

        await echo.OkAsync("users.unban-user", 5);

        Assert.Equal(["user.ban", "user.unban"], OfPlugin(host).Select(record => record.Action));
        Assert.Empty(host.Bans.Active);
    }

    [Fact]
    public async Task The_plugin_hears_of_success_only_when_it_is_written()
    {
        var (reached, write) = (Signal(), Signal());
        await using var host = await StartAsync(async record =>
        {
            if (record.Action == "user.kick")
            {
                reached.TrySetResult();
                await write.Task;
            }
        });

        var call = new Echo(host).OkAsync("users.kick-user", 5, "x");
        await reached.Task.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(["kick 5: x"], host.Game.Asked);
        Assert.False(call.IsCompleted);
        write.SetResult();
        await call;

        static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [Fact]
    public async Task What_the_log_does_not_take_is_no_success_and_is_written_later()
    {
        var broken = true;
        await using var host = await StartAsync(_ => broken ? throw new IOException("the disk is full") : Task.CompletedTask);

        var (name, text) = await new Echo(host).ErrorAsync("users.kick-user", 5, "x");
        Assert.Equal("unavailable", name);
        Assert.Contains("audit log", text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Audit.Records, record => record.Action == "user.kick");

        broken = false;
        await host.PermissionUsage.FlushAsync(everything: false);
        Assert.Equal("done", OfPlugin(host).Single().Outcome);
    }

    [Fact]
    public async Task A_call_that_fails_is_written_with_the_code_of_its_error()
    {
        await using var host = await StartAsync();

        Assert.Equal("not-found", (await new Echo(host).ErrorAsync("users.kick-user", 99, "x")).Case);
        await host.PermissionUsage.FlushAsync(everything: false);

        Assert.Equal(new AuditRecord("plugin:echo", "user.kick", "user:99", "x", "user.not_found", ""), OfPlugin(host).Single());
    }

    [Fact]
    public async Task Attempts_without_permission_are_written_but_cannot_fill_the_disk()
    {
        await using var host = await new PluginHost(time: new StandingClock())
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\n").StartAsync();
        var echo = new Echo(host);

        for (var attempt = 0; attempt < 100; attempt++)
        {
            Assert.Equal("permission-denied", (await echo.ErrorAsync("users.kick-user", 5, "x")).Case);
        }

        await host.PermissionUsage.FlushAsync(everything: false);
        var written = OfPlugin(host);
        Assert.All(written, record => Assert.Equal(("user.kick", "user:5", "permission-denied"), (record.Action, record.Target, record.Outcome)));
        Assert.Equal(20, written.Length);

        await host.PermissionUsage.FlushAsync(everything: true);
        var left = OfPlugin(host).Except(written).Single();
        Assert.Equal("plugin.refused_calls_left_out", left.Action);
        Assert.Equal(LocalizedText.Of("audit.refused_calls_left_out", "80"), left.Reason);
    }

    [Fact]
    public async Task Moderation_has_a_rate_of_its_own_without_any_in_the_grant()
    {
        await using var host = await new PluginHost(options => options.ModerationsPerSecond = 1, time: new StandingClock()).WithEcho().StartAsync();
        host.Game.Add(5, "五");
        var echo = new Echo(host);
        await echo.OkAsync("users.kick-user", 5, "1");
        await echo.OkAsync("users.kick-user", 5, "2");

        Assert.Equal(("quota-exceeded", "moderation calls per second"), await echo.ErrorAsync("users.kick-user", 5, "3"));
        Assert.Equal(2, host.Game.Asked.Count);
    }

    [Fact]
    public async Task Every_function_that_moderates_is_audited_and_no_other()
    {
        await using var host = new PluginHost();

        Assert.Equal(
            Functions(host).Where(item => Moderating.Contains(item.Function.Permission)).Select(item => item.Name),
            Functions(host).Where(item => item.Function.IsModeration).Select(item => item.Name));
    }

    [Fact]
    public async Task Every_function_whose_permission_can_be_narrowed_says_what_it_is_used_on()
    {
        await using var host = new PluginHost();
        var silent = Functions(host)
            .Where(item => item.Function is { Permission: { } permission, HasTarget: false } && !KnownPermissions.All[permission].IsEmpty)
            .Select(item => item.Name);

        Assert.Empty(silent.Except(WithoutTarget));
    }

    private static IEnumerable<(string Name, HostFunction Function)> Functions(PluginHost host) => host.Interfaces.All
        .SelectMany(definition => definition.Functions.Select(function => ($"{definition.Name}.{function.Name}", function)));

    private static AuditRecord[] OfPlugin(PluginHost host) => [.. host.Audit.Records.Where(record => record.Actor == "plugin:echo")];

    private static async Task<PluginHost> StartAsync(Func<AuditRecord, Task>? before = null)
    {
        var audit = new InMemoryAuditLog(TimeProvider.System);
        var host = await new PluginHost(audit: audit).WithEcho().StartAsync();
        audit.Before = before ?? audit.Before;
        host.Game.Add(5, "五");
        host.Game.AddRoom(7, "room", 5);
        return host;
    }

    /// <summary>The system's time, whose timestamps stand still: no rate recovers. Timers continue.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 1;
    }
}
