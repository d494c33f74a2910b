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
        var host = results[0].Player;
        service.Phira.AddChart(new PhiraChart(chart, $"Chart {chart}"));
        Assert.Null((await host.SelectChartAsync(chart, Stop)).Error);
        Assert.True((await host.RequestStartAsync(Stop)).IsSuccess);
        foreach (var (player, _) in results.Skip(1))
        {
            await player.WaitForMessageAsync<GameStartMessage>(cancellationToken: Stop);
            Assert.True((await player.ReadyAsync(Stop)).IsSuccess);
        }

        foreach (var (player, score) in results)
        {
            await player.WaitForMessageAsync<StartPlayingMessage>(cancellationToken: Stop);
            if (score is { } points)
            {
                var record = service.Phira.AddRecord(new PhiraRecord
                {
                    Id = Interlocked.Increment(ref _lastRecord),
                    Player = player.User!.Id,
                    Chart = chart,
                    Score = points,
                    Accuracy = points / 1_000_000f,
                    FullCombo = points == 1_000_000,
                });
                Assert.Null((await player.PlayedAsync(record, Stop)).Error);
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
}
