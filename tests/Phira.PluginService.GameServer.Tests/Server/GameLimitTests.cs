using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The limits that no genuine game meets.</summary>
public sealed class GameLimitTests
{
    private static readonly RoomName Room = TestClient.Room("room");

    [Fact]
    public async Task Room_operations_beyond_the_rate_are_refused_with_their_own_reply()
    {
        await using var server = await TestServer.StartAsync(
            options => (options.Limits.RoomOperationBurst, options.Limits.RoomOperationsPerSec) = (2, 0.1));
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room), new LockRoomCommand(Lock: true));

        Assert.Equal("Too many requests, please slow down", (await a.RequestAsync<CycleRoomReply>(new CycleRoomCommand(Cycle: true))).Result.Error);
        Assert.Equal("Too many requests, please slow down", (await a.RequestAsync<LeaveRoomReply>(LeaveRoomCommand.Instance)).Result.Error);
        await a.DoAsync(new ChatCommand("still here"));
    }

    [Fact]
    public async Task A_client_that_sends_more_than_can_wait_is_cut_off()
    {
        await using var server = await TestServer.StartAsync(options => (options.Limits.ReceiveQueue, options.SilenceTimeoutSecs) = (16, 300));
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        server.Api.Before = _ => new TaskCompletionSource().Task;
        await a.SendAsync(new SelectChartCommand(5));

        // To read on and wait for the API must fill up neither the memory of the server nor the socket of the game.
        var chat = ClientCommandEncoder.TryEncode(new ChatCommand("and another thing"))!;
        await a.SendRawAsync([.. Enumerable.Repeat(chat, 40).SelectMany(bytes => bytes)]);

        await a.ReadToEndAsync();
        await b.DoAsync(new CreateRoomCommand(TestClient.Room("other")));
    }

    [Fact]
    public async Task A_packet_with_too_many_judgements_is_dropped_and_the_connection_stays()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var m = await server.LoginAsync(2);
        await a.DoAsync(new CreateRoomCommand(Room));
        await m.DoAsync(new JoinRoomCommand(Room, Monitor: true));
        await a.DoAsync(new SelectChartCommand(5), RequestStartCommand.Instance);
        await m.DoAsync(ReadyCommand.Instance);

        await a.SendAsync(Judges(4_097));
        await a.SendAsync(Judges(4_096));

        Assert.Equal(4_096, (await m.SkipToAsync<PlayerJudgesCommand>()).Judges.Count);

        static JudgesCommand Judges(int count) => new(Enumerable.Repeat(new JudgeEvent(1, 2, 3, Judgement.Good), count).ToEncodedList());
    }
}
