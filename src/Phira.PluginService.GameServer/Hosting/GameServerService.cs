using Microsoft.Extensions.Hosting;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Sessions;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>Starts the game server with the host and stops it: nobody is cut off in the middle of a sentence.</summary>
internal sealed class GameServerService(
    GameListener listener,
    ConnectionHandler handler,
    ConnectionTable connections,
    StateLoader stored,
    GameServerGauges gauges,
    GameDrain drain,
    Farewell farewell,
    IGameEvents events,
    BackgroundTasks background) : IHostedService, IGameServerStatus, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();

    public int? Port => listener.Port;

    public int ConnectionCount => connections.Count;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await stored.LoadAsync(cancellationToken);
        gauges.Publish();
        listener.Open();
        background.Run("listener", () => listener.AcceptAllAsync(handler.Accept, _stopped.Token));
        events.Publish(new ServerStarted());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Done already where the process waited for it with everything else still running.
        await drain.DrainAsync(cancellationToken);
        listener.Close();
        await _stopped.CancelAsync();
        await farewell.RunAsync(cancellationToken);
    }

    public void Dispose() => _stopped.Dispose();
}
