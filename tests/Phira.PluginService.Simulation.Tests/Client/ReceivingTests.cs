using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Tests.Client;

public sealed class ReceivingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_are_recorded_in_order()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        MessageCommand[] frames = [Chat("a"), Chat("b"), Chat("c")];

        await peer.SendAsync(frames);
        await peer.Client.WaitForAsync(frame => frame == Chat("c"), Cancelled);

        Assert.Equal(frames, peer.Client.Received);
    }

    [Fact]
    public async Task A_frame_split_over_segments_is_put_together()
    {
        await using var peer = await ScriptedPeer.StartAsync();

        foreach (var value in ServerCommandEncoder.TryEncode(Chat("piece by piece"))!)
        {
            await peer.SendRawAsync([value]);
        }

        Assert.Equal(new ChatMessage(0, "piece by piece"), await peer.Client.WaitForMessageAsync<ChatMessage>(null, Cancelled));
    }

    [Fact]
    public async Task Waiting_finds_what_has_already_come_and_skips_what_lies_before()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        await peer.SendAsync(Chat("a"), new ChangeHostCommand(true), Chat("b"), Chat("c"));

        await peer.Client.WaitForAsync<ChangeHostCommand>(null, Cancelled);

        Assert.Equal(new ChatMessage(0, "b"), await peer.Client.WaitForMessageAsync<ChatMessage>(null, Cancelled));
        Assert.Equal(Chat("c"), await peer.Client.WaitForAsync<MessageCommand>(null, Cancelled));
    }

    [Fact]
    public async Task Waiting_sees_what_comes_later()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var waiting = peer.Client.WaitForAsync<ChangeHostCommand>(null, Cancelled);
        Assert.False(waiting.IsCompleted);

        await peer.SendAsync(Chat("a"), new ChangeHostCommand(true));

        Assert.Equal(new ChangeHostCommand(true), await waiting);
    }

    [Fact]
    public async Task Taking_yields_the_frames_since_the_last_reading()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        await peer.SendAsync(Chat("a"), Chat("b"), Chat("c"), Chat("d"));
        await peer.Client.WaitForAsync(frame => frame == Chat("d"), Cancelled);
        await peer.SendAsync(Chat("e"), new ChangeHostCommand(true));
        await peer.Client.WaitForRoomAsync(_ => peer.Client.Received.Count == 6, Cancelled);

        Assert.Equal([Chat("e"), new ChangeHostCommand(true)], peer.Client.TakeReceived());
        Assert.Empty(peer.Client.TakeReceived());
    }

    [Fact]
    public async Task Waiting_for_what_never_comes_ends_with_what_came_instead()
    {
        await using var peer = await ScriptedPeer.StartAsync(
            new() { PingInterval = Timeout.InfiniteTimeSpan, WaitLimit = TimeSpan.FromMilliseconds(100) });
        await peer.DeliverAsync(Chat("something else"));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => peer.Client.WaitForAsync<ChangeHostCommand>(null, Cancelled));

        Assert.Contains("something else", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_ends_when_the_connection_does()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        var waiting = peer.Client.WaitForAsync<ChangeHostCommand>(null, Cancelled);

        peer.Close();

        await Assert.ThrowsAsync<IOException>(() => waiting);
        Assert.Equal(CloseReason.ByServer, await peer.Client.Closed);
    }

    [Fact]
    public async Task What_came_before_the_end_can_still_be_read()
    {
        await using var peer = await ScriptedPeer.StartAsync();
        await peer.SendAsync(Chat("last words"));
        peer.Close();
        await peer.Client.Closed;

        Assert.Equal(Chat("last words"), await peer.Client.WaitForAsync<MessageCommand>(null, Cancelled));
    }

    [Fact]
    public async Task Dropping_the_connection_ends_it_at_once()
    {
        await using var peer = await ScriptedPeer.StartAsync();

        peer.Client.Drop();

        Assert.Equal(CloseReason.ByClient, await peer.Client.Closed);
        await Assert.ThrowsAnyAsync<Exception>(() => peer.ReadAsync());
    }

    [Fact]
    public void The_record_forgets_the_oldest_frames_when_it_is_full()
    {
        var log = new FrameLog(capacity: 2);
        log.Add(Chat("a"));
        log.Add(Chat("b"));
        log.Add(Chat("c"));

        Assert.Equal([Chat("b"), Chat("c")], log.ToArray());
        Assert.True(log.TryRead(out var frame));
        Assert.Equal(Chat("b"), frame);

        log.Add(Chat("d"));
        log.Add(Chat("e"));
        Assert.True(log.TryRead(out frame));
        Assert.Equal(Chat("d"), frame);
        Assert.True(log.TryRead(out frame));
        Assert.Equal(Chat("e"), frame);
        Assert.False(log.TryRead(out _));
    }

    private static MessageCommand Chat(string text) => new(new ChatMessage(0, text));
}
