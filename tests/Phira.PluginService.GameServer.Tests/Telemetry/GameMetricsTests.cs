using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Tests.Server;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Telemetry;

public sealed class GameMetricsTests
{
    [Fact]
    public async Task A_server_that_has_just_started_shows_every_counter_with_0()
    {
        await using var server = await TestServer.StartAsync();
        using var numbers = new MeasuredNumbers(server.Services);

        var all = numbers.All;

        Assert.All(all, number => Assert.Equal(0, number.Value));
        Assert.Equal(11 * 4, all.Keys.Count(key => key.StartsWith("phira.game.room.operations ", StringComparison.Ordinal)));
        Assert.Superset(
            new HashSet<string>(
            [
                "phira.game.room.operations create_room ok", "phira.game.room.operations select_chart refused", "phira.game.chat.messages ok",
                "phira.game.rounds.started", "phira.game.rounds.ended", "phira.game.requests.limited", "phira.game.frames.received",
                "phira.game.logins accepted", "phira.game.disconnects peer_closed", "phira.game.connections.refused server_full",
                .. new[] { PhiraApiErrors.NotFound, PhiraApiErrors.Rejected, PhiraApiErrors.Unavailable, PhiraApiErrors.BadAnswer }
                    .Select(error => $"phira.game.logins {error.Value}"),
            ]),
            all.Keys.ToHashSet());
    }

    [Fact]
    public async Task Requests_of_players_are_counted_by_their_outcome()
    {
        await using var server = await TestServer.StartAsync();
        using var numbers = new MeasuredNumbers(server.Services);
        await using var early = await server.ConnectAsync();
        await using var ann = await server.LoginAsync(100);
        await using var ben = await server.LoginAsync(200);

        // Before the login it is ignored.
        await early.SendAsync(new CreateRoomCommand(TestClient.Room("early")));
        await ann.DoAsync(new CreateRoomCommand(TestClient.Room("room")), new LockRoomCommand(Lock: true));
        Assert.NotNull((await ben.RequestAsync<JoinRoomReply>(new JoinRoomCommand(TestClient.Room("room"), Monitor: false))).Result.Error);
        await ann.DoAsync(new ChatCommand("hello"));
        Assert.NotNull((await ben.RequestAsync<ChatReply>(new ChatCommand("not in a room"))).Result.Error);
        server.Events.Decide = (_, _) => throw new InvalidOperationException("a fault of ours");
        Assert.NotNull((await ben.RequestAsync<CreateRoomReply>(new CreateRoomCommand(TestClient.Room("other")))).Result.Error);
        server.Events.Decide = (_, _) => ValueTask.FromResult(EventDecision.Proceed);
        await ann.DoAsync(LeaveRoomCommand.Instance);

        // A request is counted after its reply, and before the next request is begun.
        await early.LoginAsync("nobody");
        await ann.RequestAsync<AuthenticateReply>(new AuthenticateCommand("again"));
        await ben.RequestAsync<AuthenticateReply>(new AuthenticateCommand("again"));

        Assert.Equal(
            [
                "chat.messages ok 1", "chat.messages refused 1", "room.operations create_room failed 1", "room.operations create_room ok 1",
                "room.operations join_room refused 1", "room.operations leave_room ok 1", "room.operations lock_room ok 1",
            ],
            Counted(numbers, "phira.game.chat.", "phira.game.room."));
    }

    [Fact]
    public async Task Rounds_are_counted_when_they_begin_and_when_they_end()
    {
        await using var server = await TestServer.StartAsync();
        using var numbers = new MeasuredNumbers(server.Services);
        await using var ann = await server.LoginAsync(100);
        await ann.DoAsync(new CreateRoomCommand(TestClient.Room("room")), new SelectChartCommand(1), RequestStartCommand.Instance);
        await server.Events.NextAsync<GameStarted>();

        Assert.Equal(["rounds.started 1"], Counted(numbers, "phira.game.rounds."));
        await ann.DoAsync(AbortCommand.Instance);
        await server.Events.NextAsync<GameEnded>();

        Assert.Equal(["rounds.ended 1", "rounds.started 1"], Counted(numbers, "phira.game.rounds."));
    }

    private static IEnumerable<string> Counted(MeasuredNumbers numbers, params string[] prefixes) => numbers.All
        .Where(number => number.Value > 0 && prefixes.Any(prefix => number.Key.StartsWith(prefix, StringComparison.Ordinal)))
        .Select(number => $"{number.Key["phira.game.".Length..]} {number.Value}")
        .Order(StringComparer.Ordinal);
}
