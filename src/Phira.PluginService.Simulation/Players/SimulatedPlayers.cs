using System.Net;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Simulation.Players;

/// <summary>
/// A handful of players who live on a server until they are told to stop: they log in, open and join rooms, chat, roll dice,
/// play and upload or abort, lose their connection, leave and come back. They speak the real protocol over TCP.
/// </summary>
public sealed class SimulatedPlayers
{
    // People come one after the other.
    private const double SecondsBetweenArrivals = 0.7;

    // Longer than anybody inside a room is silent about it.
    private const double SecondsRoomsAreRemembered = 20;

    private readonly Crowd _crowd;

    /// <summary>Makes a crowd; its accounts and charts are added to the stand-in.</summary>
    /// <param name="server">The game server, which must use <paramref name="api"/>.</param>
    /// <param name="api">The stand-in of the Phira API.</param>
    /// <param name="options">The crowd's behaviour; null for the defaults.</param>
    public SimulatedPlayers(
        EndPoint server, PhiraApiStandIn api, SimulatedPlayersOptions? options, TimeProvider timeProvider, ILogger<SimulatedPlayers> logger)
    {
        ArgumentNullException.ThrowIfNull(api);
        options ??= new SimulatedPlayersOptions();

        // Three players a room, so that they meet.
        var lobby = new Lobby(Math.Max(1, options.Count / 3), TimeSpan.FromSeconds(SecondsRoomsAreRemembered * options.Pace), timeProvider);
        _crowd = new Crowd(server, api, options, lobby, new CrowdActivity(), timeProvider, logger);
        foreach (var chart in DemoContent.Embedded.Charts)
        {
            api.AddChart(chart);
        }
    }

    /// <summary>The counts of the crowd's actions so far.</summary>
    public CrowdActivity Activity => _crowd.Activity;

    /// <summary>Runs the crowd until it is cancelled. Never fails: whatever happens to a player is logged, and the player comes back.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Enumerable.Range(0, _crowd.Options.Count).Select(number => LiveAsync(number, cancellationToken)));

    private async Task LiveAsync(int number, CancellationToken cancellationToken)
    {
        var options = _crowd.Options;
        var persona = DemoContent.Embedded.PersonaOf(number);
        var whims = new Whims(options.Seed + number, options.Pace, _crowd.TimeProvider);
        var account = new PhiraAccount(options.FirstUserId + number, persona.Name, persona.Language, NewToken(whims.Random));
        _crowd.Api.AddAccount(account);
        var player = new SimulatedPlayer(_crowd, account, DemoContent.Embedded.Lines[persona.Language], whims);
        try
        {
            var arrival = number * SecondsBetweenArrivals;
            await whims.PauseAsync(arrival, arrival, cancellationToken);
            await player.LiveAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how it is meant to end.
        }
    }

    private static string NewToken(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
