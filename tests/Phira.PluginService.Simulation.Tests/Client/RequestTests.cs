using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Tests.Client;

public sealed class RequestTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_completes_the_request_of_its_type()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var chatting = peer.Client.ChatAsync("hi", Cancelled);
        var leaving = peer.Client.LeaveRoomAsync(Cancelled);
        await peer.ReadAsync();
        await peer.ReadAsync();

        await peer.SendAsync(new LeaveRoomReply(WireResult.Failure("no room")), new ChatReply(WireResult.Success));

        Assert.Equal(WireResult.Success, await chatting);
        Assert.Equal(WireResult.Failure("no room"), await leaving);
        Assert.Empty(peer.Client.Violations);
    }

    [Fact]
    public async Task A_second_request_of_a_type_waits_for_the_reply_to_the_first()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var first = peer.Client.ChatAsync("first", Cancelled);
        var second = peer.Client.ChatAsync("second", Cancelled);
        _ = peer.Client.ReadyAsync(Cancelled);

        await peer.ExpectAsync(new ChatCommand("first"));
        await peer.ExpectAsync(new ReadyCommand());
        await peer.SendAsync(new ChatReply(WireResult.Success));
        await first;
        await peer.ExpectAsync(new ChatCommand("second"));
        await peer.SendAsync(new ChatReply(WireResult.Failure("nope")));

        Assert.Equal(WireResult.Failure("nope"), await second);
        Assert.Empty(peer.Client.Violations);
    }

    [Fact]
    public async Task A_request_without_a_reply_gives_up_after_seven_seconds()
    {
        var time = new FakeTimeProvider();
        await using var peer = await ScriptedPeer.StartAsync(new() { TimeProvider = time, PingInterval = Timeout.InfiniteTimeSpan });
        var chatting = peer.Client.ChatAsync("hi", Cancelled);

        time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(chatting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        await Assert.ThrowsAsync<TimeoutException>(() => chatting);
    }

    [Fact]
    public async Task A_late_reply_is_harmless_and_has_no_effect()
    {
        var time = new FakeTimeProvider();
        await using var peer = await Replies.LoggedInPeerAsync(new() { TimeProvider = time, PingInterval = Timeout.InfiniteTimeSpan });
        var creating = peer.Client.CreateRoomAsync(Replies.Room, Cancelled);
        time.Advance(TimeSpan.FromSeconds(7));
        await Assert.ThrowsAsync<TimeoutException>(() => creating);

        await peer.DeliverAsync(new CreateRoomReply(WireResult.Success));

        Assert.Empty(peer.Client.Violations);
        Assert.Null(peer.Client.Room);
    }

    [Fact]
    public async Task A_pending_request_fails_when_the_connection_ends()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var chatting = peer.Client.ChatAsync("hi", Cancelled);
        await peer.ReadAsync();

        peer.Close();

        await Assert.ThrowsAsync<IOException>(() => chatting);
        await Assert.ThrowsAsync<IOException>(() => peer.Client.ReadyAsync(Cancelled));
    }

    [Fact]
    public async Task A_command_larger_than_a_frame_is_a_mistake_of_the_caller()
    {
        await using var peer = await ScriptedPeer.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => peer.Client.ChatAsync(new string('a', 3_000_000), Cancelled));
    }
}
