using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Players;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Simulation.Tests.Players;

public sealed class SimulatedPlayersTests : IAsyncLifetime
{
    // Two hundred times as fast as people.
    private static readonly SimulatedPlayersOptions Hurried = new() { Pace = 0.005, ReplyTimeout = Eventually.Patience };

    private readonly CancellationTokenSource _limit = new(Eventually.Patience);
    private PhiraApiStandIn _api = null!;
    private ObligingServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await PhiraApiStandIn.StartAsync(null, _limit.Token);
        _server = new ObligingServer(_api.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _api.DisposeAsync();
        _limit.Dispose();
    }

    [Fact]
    public async Task The_crowd_does_everything_players_do()
    {
        var players = NewCrowd(Hurried);

        await RunUntilAsync(players, activity => activity is
        {
            RoomsOpened: > 1,
            RoomsJoined: > 1,
            ChatLines: > 10,
            Commands: > 1,
            RoundsPlayed: > 5,
            RecordsUploaded: > 3,
            Aborts: > 0,
            Drops: > 0,
            Resumptions: > 0,
        } && activity.Logins > 6);

        Assert.Equal(0, players.Activity.Violations);
        Assert.Equal(0, players.Activity.Stumbles);
    }

    [Fact]
    public async Task Players_try_every_command_of_the_plugins_in_the_chat()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token);
        var running = NewCrowd(Hurried with { Commands = ["/roll 2d6", "/roomlist", "/queue"] }).RunAsync(stopping.Token);
        var untried = new HashSet<ClientCommand> { new ChatCommand("/roll 2d6"), new ChatCommand("/roomlist"), new ChatCommand("/queue") };

        await foreach (var command in _server.Handled.ReadAllAsync(_limit.Token))
        {
            if (untried.Remove(command) && untried.Count == 0)
            {
                break;
            }
        }

        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Players_send_touches_and_judgements_while_they_play()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token);
        var running = NewCrowd(Hurried).RunAsync(stopping.Token);
        var seen = new HashSet<ClientCommandKind>();

        await foreach (var command in _server.Handled.ReadAllAsync(_limit.Token))
        {
            var streams = command.Kind switch
            {
                ClientCommandKind.Touches => ((TouchesCommand)command).Frames.Count > 0,
                ClientCommandKind.Judges => ((JudgesCommand)command).Judges.Count > 0,
                _ => false,
            };
            if (streams && seen.Add(command.Kind) && seen.Count == 2)
            {
                break;
            }
        }

        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Players_come_back_after_a_server_that_hangs_up()
    {
        var players = NewCrowd(Hurried);
        _server.RefusesEverybody = true;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token);
        var running = players.RunAsync(stopping.Token);

        while (players.Activity.Stumbles < 3)
        {
            await Task.Yield();
            _limit.Token.ThrowIfCancellationRequested();
        }

        _server.RefusesEverybody = false;
        await _server.Handled.ReadAsync(_limit.Token);

        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task As_many_players_as_wanted_have_names_of_their_own()
    {
        var names = Enumerable.Range(0, 20).Select(number => DemoContent.Embedded.PersonaOf(number).Name).ToArray();
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);

        var players = NewCrowd(Hurried with { Count = 2 });
        await RunUntilAsync(players, activity => activity.Logins >= 2);
    }

    private SimulatedPlayers NewCrowd(SimulatedPlayersOptions options) =>
        new(_server.EndPoint, _api, options, TimeProvider.System, NullLogger<SimulatedPlayers>.Instance);

    /// <summary>Runs a crowd until it has done enough, then stops it; it must end without an error.</summary>
    private async Task RunUntilAsync(SimulatedPlayers players, Func<CrowdActivity, bool> enough)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token);
        var running = players.RunAsync(stopping.Token);
        while (!enough(players.Activity))
        {
            await _server.Handled.ReadAsync(_limit.Token);
        }

        await stopping.CancelAsync();
        await running;
    }
}
