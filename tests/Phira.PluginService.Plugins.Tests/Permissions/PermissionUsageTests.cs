using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class PermissionUsageTests
{
    private static readonly PluginName Plugin = PluginName.Parse("echo");

    [Fact]
    public async Task Uses_are_shown_beside_what_is_asked_for_and_granted()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.Add(5, "五");
        var echo = new Echo(host);
        for (var use = 0; use < 3; use++)
        {
            await echo.OkAsync("users.get-user-info", 5);
        }

        await echo.OkAsync("users.kick-user", 5, "x");

        var uses = (await host.PermissionsAsync("echo")).Permissions.ToDictionary(permission => permission.Permission, permission => permission.UsesIn30Days);
        Assert.Equal((3, 1, 0, 1), (uses["read_users"], uses["kick_users"], uses["ban_users"], uses["register_commands"]));
    }

    [Fact]
    public async Task What_was_refused_is_no_use()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.GrantAsync("echo", "register_commands", """kick_users {"users":[5]}""");

        await new Echo(host).ErrorAsync("users.kick-user", 6, "x");

        Assert.Equal(0, (await host.PermissionsAsync("echo")).Permissions.Single(permission => permission.Permission == "kick_users").UsesIn30Days);
    }

    [Fact]
    public async Task They_are_written_every_few_seconds_and_when_the_service_stops()
    {
        var (time, store, written) = (new FakeTimeProvider(), new InMemoryPermissionStore(), new SemaphoreSlim(0));
        var recorder = NewRecorder(store, time);
        store.BeforeUses = () => written.Release();
        await recorder.StartAsync(CancellationToken.None);
        recorder.CountUse(Plugin, "kick_users");
        recorder.CountUse(Plugin, "kick_users");
        while (!await written.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken))
        {
            // The loop may not have begun to wait yet.
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        recorder.CountUse(Plugin, "ban_users");
        await recorder.StopAsync(CancellationToken.None);

        Assert.Equal([("kick_users", 2), ("ban_users", 1)], store.Uses.Select(use => (use.Permission, use.Count)));
    }

    [Fact]
    public async Task What_the_store_refuses_is_written_the_next_time()
    {
        var (store, broken) = (new InMemoryPermissionStore(), true);
        store.BeforeUses = () =>
        {
            if (broken)
            {
                throw new IOException("the disk is full");
            }
        };
        var recorder = NewRecorder(store, new FakeTimeProvider());
        recorder.CountUse(Plugin, "kick_users");
        await recorder.FlushAsync(everything: false);

        broken = false;
        recorder.CountUse(Plugin, "kick_users");
        await recorder.FlushAsync(everything: false);

        Assert.Equal(2, Assert.Single(store.Uses).Count);
    }

    [Fact]
    public async Task Only_thirty_days_count()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 23, 59, 59, TimeSpan.Zero));
        var recorder = NewRecorder(new InMemoryPermissionStore(), time);
        recorder.CountUse(Plugin, "kick_users");

        time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(1, (await recorder.GetUsesAsync(Plugin, 30, CancellationToken.None))["kick_users"]);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await recorder.GetUsesAsync(Plugin, 30, CancellationToken.None));
    }

    private static PermissionUsageRecorder NewRecorder(IPermissionStore store, TimeProvider time) =>
        new(store, new InMemoryAuditLog(time), time, NullLogger<PermissionUsageRecorder>.Instance);
}
