using System.Net.Sockets;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Each costs its own connection at most: two honest players are in a room all the while.</summary>
public sealed class HostileClientTests
{
    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(7);

    [Fact]
    public async Task A_client_that_says_nothing_is_closed_and_disturbs_nobody() => await AmongHonestPlayersAsync(
        async server =>
        {
            await using var silent = await TestClient.OpenAsync(server.Port);
            await using var polite = await server.LoginAsync(300);

            // One limit for each connection, those of the honest players included.
            await server.Clock.HasBegunAsync(Handshake, times: 4);
            server.Clock.Advance(Handshake);

            Assert.Empty(await silent.ReadToEndAsync());
        },
        options => options.HandshakeTimeoutSecs = Handshake.TotalSeconds);

    [Fact]
    public async Task A_client_that_pings_instead_of_logging_in_is_closed() => await AmongHonestPlayersAsync(
        async server =>
        {
            await using var client = await server.ConnectAsync();
            await client.SettleAsync();

            server.Clock.Advance(Handshake);

            Assert.Empty(await client.ReadToEndAsync());
        },
        options => options.HandshakeTimeoutSecs = Handshake.TotalSeconds);

    [Fact]
    public async Task A_player_who_falls_silent_is_closed()
    {
        await using var server = await TestServer.StartAsync(options => options.SilenceTimeoutSecs = 10);
        await using var client = await server.LoginAsync(100);

        server.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Empty(await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData("00 00", "an empty frame of another version")]
    [InlineData("47455420", "a web browser")]
    [InlineData("01 41", "a frame of 65 bytes before the login")]
    [InlineData("01 80808001", "a frame of 2 MiB before the login")]
    [InlineData("01 ffffffff7f", "a length beyond 32 bits")]
    [InlineData("01 808080808001", "a length of six bytes")]
    [InlineData("01 00", "an empty frame")]
    [InlineData("01 01 10", "an unknown command")]
    [InlineData("01 02 01 21", "a token shorter than it says")]
    [InlineData("01 03 01 21 41", "a token longer than 32 bytes")]
    public async Task Garbage_before_the_login_closes_the_connection(string hex, string what) => await AmongHonestPlayersAsync(async server =>
    {
        await using var client = await TestClient.OpenAsync(server.Port);
        await client.SendRawAsync(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        Assert.True((await client.ReadToEndAsync()).Count == 0, what);
    });

    [Theory]
    [InlineData("81808001", "a frame of 2 MiB and one byte")]
    [InlineData("00", "an empty frame")]
    [InlineData("01 ff", "an unknown command")]
    [InlineData("02 05 00", "a room without a name")]
    [InlineData("05 05 03 61 20 62", "a room name with a space")]
    public async Task Garbage_after_the_login_closes_the_connection(string hex, string what) => await AmongHonestPlayersAsync(async server =>
    {
        await using var client = await server.LoginAsync(300);
        await client.SendRawAsync(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        Assert.True((await client.ReadToEndAsync()).Count == 0, what);
    });

    [Fact]
    public async Task One_byte_at_a_time_is_slow_but_honest()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await TestClient.OpenAsync(server.Port);

        foreach (var one in (byte[])[1, 6, 1, 4, (byte)'t', (byte)'1', (byte)'0', (byte)'0'])
        {
            await client.SendRawAsync(one);
        }

        Assert.True(Assert.IsType<AuthenticateReply>(await client.NextAsync()).Result.IsSuccess);
    }

    [Fact]
    public async Task Everything_in_one_segment_is_honest_too()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await TestClient.OpenAsync(server.Port);

        await client.SendRawAsync([1, 6, 1, 4, (byte)'t', (byte)'1', (byte)'0', (byte)'0', 1, 0, 1, 0]);

        var frames = new[] { await client.NextAsync(), await client.NextAsync(), await client.NextAsync() };
        Assert.Equal(2, frames.OfType<PongCommand>().Count());
        Assert.Single(frames.OfType<AuthenticateReply>());
    }

    [Fact]
    public async Task A_packet_with_too_many_touches_is_dropped_and_the_connection_stays() => await AmongHonestPlayersAsync(async server =>
    {
        await using var client = await server.LoginAsync(300);
        await using var monitor = await server.LoginAsync(2);
        await client.DoAsync(new CreateRoomCommand(TestClient.Room("live")));
        await monitor.DoAsync(new JoinRoomCommand(TestClient.Room("live"), Monitor: true));
        await client.DoAsync(new SelectChartCommand(5), RequestStartCommand.Instance);
        await monitor.DoAsync(ReadyCommand.Instance);

        await client.SendAsync(Touches(1_025));
        await client.SendAsync(Touches(1_024));

        Assert.Equal(1_024, (await monitor.SkipToAsync<PlayerTouchesCommand>()).Frames.Count);

        static TouchesCommand Touches(int count) => new(Enumerable.Repeat(new TouchFrame(1, []), count).ToEncodedList());
    });

    [Fact]
    public async Task A_flood_is_refused_request_by_request_and_then_cut_off() => await AmongHonestPlayersAsync(
        async server =>
        {
            await using var client = await server.LoginAsync(300);
            for (var i = 0; i < 30; i++)
            {
                await client.SendAsync(LeaveRoomCommand.Instance);
            }

            var answers = new List<string?>();
            while (answers.Count < 30)
            {
                answers.Add((await client.SkipToAsync<LeaveRoomReply>()).Result.Error);
            }

            Assert.Contains("no room", answers);
            Assert.Contains("Too many requests, please slow down", answers);

            await Assert.ThrowsAnyAsync<IOException>(async () =>
            {
                while (true)
                {
                    await client.SendAsync(LeaveRoomCommand.Instance);
                }
            });
        },
        options => (options.Limits.PacketBurst, options.Limits.PacketFlood) = (20, 20));

    [Fact]
    public async Task A_member_that_never_reads_is_cut_off_and_the_room_goes_on()
    {
        await using var server = await TestServer.StartAsync(options => options.Limits.SendQueue = 16);
        await using var a = await server.LoginAsync(100);
        await using var m = await server.LoginAsync(2);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await m.DoAsync(new JoinRoomCommand(Room, Monitor: true));
        await a.DoAsync(RequestStartCommand.Instance);
        await m.DoAsync(ReadyCommand.Instance);
        var frames = Enumerable.Repeat(new TouchFrame(1, [.. Enumerable.Repeat(new TouchPoint(0, default), 16)]), 1_000).ToEncodedList();

        // Some megabytes fill the buffers of both systems; after that the queue must overflow.
        while (server.Queries.FindUser(Cast.M) is { IsConnected: true })
        {
            await a.SendAsync(new TouchesCommand(frames));
            await a.SettleAsync();
        }

        await a.DoAsync(AbortCommand.Instance);
    }

    /// <summary>Ten thousand connections in the long form; a fifth of them at once, each of them unpleasant in one of five ways.</summary>
    [Fact]
    public async Task A_crowd_of_hostile_connections_does_not_keep_two_players_from_finishing_a_round()
    {
        var crowd = LongForm.IsOn ? 10_000 : 500;
        await using var server = await TestServer.StartAsync(options =>
        {
            options.HandshakeTimeoutSecs = Handshake.TotalSeconds;
            options.Limits.PacketBurst = 100_000;
            options.Limits.MaxConnectionsPerAddress = 200;
            options.Limits.MaxUnauthenticated = 150;
        });
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));

        var attack = Parallel.ForAsync(
            0, crowd, new ParallelOptions { MaxDegreeOfParallelism = 100 }, async (number, _) => await AttackAsync(server.Port, number % 5));
        await a.DoAsync(RequestStartCommand.Instance);
        await b.DoAsync(ReadyCommand.Instance);
        while (!attack.IsCompleted)
        {
            // Those who keep silent wait for the end of their time; the two do not keep silent.
            server.Clock.Advance(TimeSpan.FromSeconds(1));
            await a.SettleAsync();
            await b.SettleAsync();
        }

        await attack;
        await a.DoAsync(new PlayedCommand(1_100));
        await b.DoAsync(AbortCommand.Instance);
        await a.SkipToAsync<ChangeStateCommand>();
        Assert.Equal(2, server.Queries.OnlineUserCount);
    }

    private static async Task AttackAsync(int port, int way)
    {
        try
        {
            await using var client = await TestClient.OpenAsync(port);
            switch (way)
            {
                case 0:
                    return;
                case 1:
                    await client.SendRawAsync([1, 0x80, 0x80, 0x80, 1]);
                    break;
                case 2:
                    await client.SendRawAsync([1, 6, 1, 4, (byte)'x']);
                    break;
                case 3:
                    await client.SendRawAsync([1, 6, 1, 4, (byte)'b', (byte)'a', (byte)'d', (byte)'!']);
                    break;
                default:
                    await client.SendRawAsync([0xff]);
                    break;
            }

            await client.ReadToEndAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Refused or reset: as it should be.
        }
    }

    private static async Task AmongHonestPlayersAsync(Func<TestServer, Task> attack, Action<GameServerOptions>? configure = null)
    {
        await using var server = await TestServer.StartAsync(configure);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));

        await attack(server);

        await b.SendAsync(new ChatCommand("all is well"));
        await b.SeesAsync(new ChatMessage(200, "all is well"), new ChatReply(WireResult.Success));
        await a.SkipToAsync<OnJoinRoomCommand>();
        await a.SeesAsync(new JoinRoomMessage(200, "user200"), new ChatMessage(200, "all is well"));
    }
}
