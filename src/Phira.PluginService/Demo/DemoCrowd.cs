using System.Net;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Simulation.Players;

namespace Phira.PluginService.Demo;

/// <summary>Lets simulated players live on the server once it is ready for them.</summary>
/// <param name="plugins">Ready before the first of them comes, so that everybody is greeted.</param>
/// <param name="usedRecords">Records that earlier trials in this directory have used.</param>
/// <param name="lifetime">Tells when the service listens.</param>
internal sealed class DemoCrowd(
    DemoWorld world,
    IGameServerStatus listener,
    IPluginManager plugins,
    IUsedRecordStore usedRecords,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider,
    ILogger<SimulatedPlayers> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!lifetime.ApplicationStarted.IsCancellationRequested || !plugins.IsReady || listener.Port is null)
        {
            await Task.Delay(LookEvery, timeProvider, stoppingToken);
        }

        var used = await usedRecords.GetNewestAsync(int.MaxValue, stoppingToken);
        world.Api.ContinueRecordsAfter(used.DefaultIfEmpty().Max());

        var server = new IPEndPoint(IPAddress.Loopback, listener.Port.Value);
        var options = new SimulatedPlayersOptions
        {
            Commands = [.. DemoPlugins.Commands.Where(command => command.Value.Length > 0 && IsThere(command.Key)).Select(command => command.Value)],
        };
        await new SimulatedPlayers(server, world.Api, options, timeProvider, logger).RunAsync(stoppingToken);
    }

    private bool IsThere(string plugin) => plugins.Find(PluginName.Parse(plugin)) is not null;
}
