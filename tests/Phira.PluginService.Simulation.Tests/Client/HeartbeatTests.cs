using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Tests.Client;

public sealed class HeartbeatTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ping_is_sent_after_three_seconds()
    {
        var time = new FakeTimeProvider();
        await using var peer = await ScriptedPeer.StartAsync(new() { TimeProvider = time });

        time.Advance(TimeSpan.FromSeconds(3));

        await peer.ExpectAsync(new PingCommand());
    }

    [Fact]
    public async Task Pings_go_on_after_an_answer()
    {
        // A short interval in real time: what counts is that there is a second ping at all.
        await using var peer = await ScriptedPeer.StartAsync(new() { PingInterval = TimeSpan.FromMilliseconds(1) });

        await peer.ExpectAsync(new PingCommand());
        await peer.SendAsync(new PongCommand());
        await peer.ExpectAsync(new PingCommand());

        Assert.Empty(peer.Client.Violations);
    }

    [Fact]
    public async Task A_ping_without_an_answer_is_a_missed_one()
    {
        var time = new FakeTimeProvider();
        await using var peer = await ScriptedPeer.StartAsync(new() { TimeProvider = time, PingInterval = Timeout.InfiniteTimeSpan });
        var pinging = peer.Client.PingAsync(Cancelled);

        time.Advance(TimeSpan.FromSeconds(2));

        Assert.False(await pinging);
    }

    [Fact]
    public async Task Missed_pongs_are_counted_until_one_comes()
    {
        await using var peer = await ScriptedPeer.StartAsync(
            new() { PingInterval = TimeSpan.FromMilliseconds(1), PongTimeout = TimeSpan.FromMilliseconds(1) });

        await peer.ExpectAsync(new PingCommand());
        await peer.ExpectAsync(new PingCommand());

        Assert.InRange(peer.Client.MissedPongs, 1, int.MaxValue);
    }

    [Fact]
    public async Task An_extra_pong_is_harmless_and_not_recorded()
    {
        await using var peer = await ScriptedPeer.StartAsync();

        await peer.DeliverAsync(new PongCommand());

        Assert.Empty(peer.Client.Violations);
        Assert.DoesNotContain(new PongCommand(), peer.Client.Received);
    }
}
