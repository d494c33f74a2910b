using System.Buffers;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Net;

/// <summary>The queue of a connection, with the clock and the network in the test's hands.</summary>
public sealed class SendQueueTests
{
    private static readonly AuthenticateReply LoginReply =
        new(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(Frames.Player(1), Room: null)));

    private readonly FakeTimeProvider _time = new();
    private readonly Channel<ServerCommand> _wire = Channel.CreateUnbounded<ServerCommand>();
    private readonly SendQueue _queue;
    private int _sent;

    public SendQueueTests() => _queue = new SendQueue(4, FramePacing.From(new GameServerOptions()), count => _sent += count, _time);

    [Fact]
    public async Task Pushes_before_the_login_reply_follow_it()
    {
        _queue.TryPush(Chat("early"));
        Reply(LoginReply);
        _queue.TryPush(Chat("late"));
        var draining = DrainAsync();
        _time.Advance(TimeSpan.FromMilliseconds(5));

        Assert.Equal([LoginReply, ChatCommand("early"), ChatCommand("late")], await NextAsync(3));
        _queue.Complete();
        await draining;
        Assert.Equal(3, _sent);
    }

    [Fact]
    public async Task A_frame_that_is_larger_than_what_is_written_at_once_keeps_its_place()
    {
        await LogInAsync();
        var large = new string('x', 40_000);
        _queue.TryPush(Chat("before"));
        _queue.TryPush(Chat(large));
        _queue.TryPush(Chat("behind"));
        var draining = DrainAsync();

        Assert.Equal([ChatCommand("before"), ChatCommand(large), ChatCommand("behind")], await NextAsync(3));
        _queue.Complete();
        await draining;
        Assert.Equal(4, _sent);
    }

    [Fact]
    public async Task A_reply_waits_for_5_ms_and_keeps_its_place()
    {
        await LogInAsync();
        Reply(PongCommand.Instance);
        _queue.TryPush(Chat("behind"));
        var draining = DrainAsync();

        Assert.False(_wire.Reader.TryPeek(out _));
        _time.Advance(TimeSpan.FromMilliseconds(5));

        Assert.Equal([PongCommand.Instance, ChatCommand("behind")], await NextAsync(2));
        _queue.Complete();
        await draining;
    }

    [Fact]
    public async Task What_needs_the_room_copy_is_not_written_together_with_the_reply_that_makes_it()
    {
        await LogInAsync();
        _queue.TryReply(OutgoingFrame.Of(new CreateRoomReply(WireResult.Success)), _time.GetTimestamp() - _time.TimestampFrequency);
        _queue.TryPush(OutgoingFrame.Of(Frames.NowHost));
        var draining = DrainAsync();

        Assert.Equal([new CreateRoomReply(WireResult.Success)], await NextAsync(1));
        Assert.False(_wire.Reader.TryPeek(out _));
        _time.Advance(TimeSpan.FromMilliseconds(20));

        Assert.Equal([Frames.NowHost], await NextAsync(1));
        _queue.Complete();
        await draining;
    }

    [Fact]
    public async Task Frames_that_need_no_wait_do_not_wait_for_those_behind_them()
    {
        await LogInAsync();
        _queue.TryPush(Chat("now"));
        Reply(PongCommand.Instance);
        var draining = DrainAsync();

        Assert.Equal([ChatCommand("now")], await NextAsync(1));
        _time.Advance(TimeSpan.FromMilliseconds(5));

        Assert.Equal([PongCommand.Instance], await NextAsync(1));
        _queue.Complete();
        await draining;
    }

    [Fact]
    public async Task A_queue_is_full_of_few_frames_when_they_are_large()
    {
        await LogInAsync();
        var large = new OutgoingFrame(new byte[3 * 1024 * 1024], FrameTraits.None, Chart: null);

        Assert.True(_queue.TryPush(large));
        Assert.True(_queue.TryPush(large));
        Assert.False(_queue.TryPush(large));
    }

    [Fact]
    public async Task A_slow_request_is_answered_at_once()
    {
        await LogInAsync();
        var receivedAt = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(1));
        _queue.TryReply(OutgoingFrame.Of(PongCommand.Instance), receivedAt);
        _queue.Complete();

        await DrainAsync();

        Assert.Equal([PongCommand.Instance], await NextAsync(1));
    }

    [Fact]
    public async Task A_full_queue_says_so_and_a_completed_one_swallows()
    {
        await LogInAsync();
        for (var i = 0; i < 4; i++)
        {
            Assert.True(_queue.TryPush(Chat("x")));
        }

        Assert.False(_queue.TryPush(Chat("one too many")));
        _queue.Complete();
        Assert.True(_queue.TryPush(Chat("too late")));
    }

    private static OutgoingFrame Chat(string text) => OutgoingFrame.Of(ChatCommand(text));

    private static MessageCommand ChatCommand(string text) => new(new ChatMessage(0, text));

    private void Reply(ServerCommand command) => _queue.TryReply(OutgoingFrame.Of(command), _time.GetTimestamp());

    private async Task LogInAsync()
    {
        using var enough = new CancellationTokenSource();
        _queue.TryReply(OutgoingFrame.Of(LoginReply), _time.GetTimestamp() - _time.TimestampFrequency);
        var draining = _queue.DrainAsync(WriteAsync, enough.Token);
        await NextAsync(1);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => draining);
    }

    private Task DrainAsync() => _queue.DrainAsync(WriteAsync, CancellationToken.None).WaitAsync(Server.TestServer.Patience);

    private ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        while (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame)
        {
            Assert.True(ServerCommandDecoder.TryDecode(payload, out var command, out _));
            _wire.Writer.TryWrite(command);
        }

        return ValueTask.CompletedTask;
    }

    private async Task<ServerCommand[]> NextAsync(int count)
    {
        using var limit = new CancellationTokenSource(Server.TestServer.Patience);
        var frames = new ServerCommand[count];
        for (var i = 0; i < count; i++)
        {
            frames[i] = await _wire.Reader.ReadAsync(limit.Token);
        }

        return frames;
    }
}
