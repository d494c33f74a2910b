using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>A connected player who never finishes does not hold a round for ever where <c>round_timeout_secs</c> is set.</summary>
public sealed class RoundTimeoutTests
{
    private const string Begins = "The others have 60 seconds left to finish this round";

    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly PlayedReply Ok = new(WireResult.Success);

    [Fact]
    public async Task The_round_ends_when_the_time_since_the_first_result_is_over()
    {
        await using var server = await StartAsync(60);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await PlayAsync(a, b);

        await a.SendAsync(new PlayedCommand(7_100));
        await a.SeesAsync(Frames.Played(100), new ChatMessage(0, Begins), Ok);
        await b.SeesAsync(Frames.Played(100), new ChatMessage(0, Begins));
        server.Clock.Advance(TimeSpan.FromSeconds(60));

        object[] end =
        [
            new ChatMessage(0, "Time is up. Not finished: user200"), new AbortMessage(200), Frames.GameEnd, Frames.Selecting5,
        ];
        await a.SeesAsync(end);
        await b.SeesAsync(end);
    }

    [Fact]
    public async Task A_result_that_comes_too_late_is_accepted_without_effect_and_the_next_round_begins_as_usual()
    {
        await using var server = await StartAsync(60);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await PlayAsync(a, b);
        await a.DoAsync(new PlayedCommand(7_100));
        server.Clock.Advance(TimeSpan.FromSeconds(60));
        await b.SkipToAsync(Frames.Selecting5);

        await b.SendAsync(new PlayedCommand(7_200));

        await b.SeesAsync(Ok);
        await a.DoAsync(RequestStartCommand.Instance);
        await b.DoAsync(ReadyCommand.Instance, new PlayedCommand(7_200));
    }

    [Fact]
    public async Task The_time_of_a_round_that_has_ended_does_not_end_the_next_one()
    {
        await using var server = await StartAsync(60);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await PlayAsync(a, b);
        await a.DoAsync(new PlayedCommand(7_100));
        await b.DoAsync(new PlayedCommand(7_200));
        await a.DoAsync(RequestStartCommand.Instance);
        await b.DoAsync(ReadyCommand.Instance);
        await a.SkipToAsync(Frames.NowPlaying);

        server.Clock.Advance(TimeSpan.FromSeconds(60));

        await a.DoAsync(new ChatCommand("still playing"));
        Assert.Equal(Core.Rooms.RoomPhase.Playing, server.Queries.FindRoom("room")!.Phase);
    }

    [Fact]
    public async Task Nothing_is_limited_before_the_first_result()
    {
        await using var server = await StartAsync(60);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await PlayAsync(a, b);
        await a.DoAsync(AbortCommand.Instance);

        server.Clock.Advance(TimeSpan.FromSeconds(120));

        await b.SkipToAsync(new MessageCommand(new AbortMessage(100)));
        await b.SendAsync(new PlayedCommand(7_200));
        await b.SeesAsync(Frames.Played(200), Frames.GameEnd, Frames.Selecting5, Ok);
    }

    [Fact]
    public async Task By_default_a_round_takes_as_long_as_it_takes()
    {
        await using var server = await StartAsync(new GameServerOptions().RoundTimeoutSecs);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await PlayAsync(a, b);

        await a.SendAsync(new PlayedCommand(7_100));
        await a.SeesAsync(Frames.Played(100), Ok);
        server.Clock.Advance(TimeSpan.FromSeconds(250));

        await b.SendAsync(new PlayedCommand(7_200));
        await b.SeesAsync(Frames.Played(100), Frames.Played(200), Frames.GameEnd, Frames.Selecting5, Ok);
    }

    [Fact]
    public async Task Each_player_reads_it_in_the_own_language()
    {
        await using var server = await StartAsync(90);
        server.Api.Languages[100] = "zh-CN";
        server.Api.Languages[200] = "zh-TW";
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await PlayAsync(a, b);

        await a.DoAsync(new PlayedCommand(7_100));
        server.Clock.Advance(TimeSpan.FromSeconds(90));

        await a.SeesAsync(new ChatMessage(0, "时间到，未打完：user200"));
        await b.SeesAsync(
            Frames.Played(100), new ChatMessage(0, "其他玩家還有 90 秒時間打完本局"), new ChatMessage(0, "時間到，未打完：user200"));
    }

    /// <summary>A and B in the first moment of a round.</summary>
    private static async Task PlayAsync(TestClient a, TestClient b)
    {
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.DoAsync(RequestStartCommand.Instance);
        await b.DoAsync(ReadyCommand.Instance);
        await a.SkipToAsync(Frames.NowPlaying);
    }

    private static Task<TestServer> StartAsync(double timeout) => TestServer.StartAsync(options => options.RoundTimeoutSecs = timeout);
}
