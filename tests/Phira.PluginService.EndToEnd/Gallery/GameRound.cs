using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>Rounds that players of one room play to the end.</summary>
internal static class GameRound
{
    // A record counts once, also after a restart with another stand-in for the Phira API.
    private static int _lastRecord = 1_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Plays a round: the first player is the host; a player without a score aborts it.</summary>
    public static async Task PlayAsync(this RunningService service, int chart, params (PhiraClient Player, int? Score)[] results)
    {
        await service.BeginAsync(chart, [.. results.Select(result => result.Player)]);
        foreach (var (player, score) in results)
        {
            if (score is { } points)
            {
                await service.FinishAsync(player, chart, points);
            }
            else
            {
                Assert.True((await player.AbortAsync(Stop)).IsSuccess);
            }
        }

        foreach (var (player, _) in results)
        {
            await player.WaitForMessageAsync<GameEndMessage>(cancellationToken: Stop);
        }
    }

    /// <summary>Lets a round begin: the first player is the host.</summary>
    public static async Task BeginAsync(this RunningService service, int chart, params PhiraClient[] players)
    {
        var host = players[0];
        service.Phira.AddChart(new PhiraChart(chart, $"Chart {chart}"));
        Assert.Null((await host.SelectChartAsync(chart, Stop)).Error);
        Assert.True((await host.RequestStartAsync(Stop)).IsSuccess);
        foreach (var player in players.Skip(1))
        {
            await player.WaitForMessageAsync<GameStartMessage>(cancellationToken: Stop);
            Assert.True((await player.ReadyAsync(Stop)).IsSuccess);
        }

        foreach (var player in players)
        {
            await player.WaitForMessageAsync<StartPlayingMessage>(cancellationToken: Stop);
        }
    }

    /// <summary>Uploads the result of a player in a round that has begun.</summary>
    public static async Task FinishAsync(this RunningService service, PhiraClient player, int chart, int score)
    {
        var record = service.Phira.AddRecord(new PhiraRecord
        {
            Id = Interlocked.Increment(ref _lastRecord),
            Player = player.User!.Id,
            Chart = chart,
            Score = score,
            Accuracy = score / 1_000_000f,
            FullCombo = score == 1_000_000,
        });
        Assert.Null((await player.PlayedAsync(record, Stop)).Error);
    }
}
