namespace Phira.PluginService.Core.Game;

/// <summary>Lets the rounds in progress end before the service stops. Everything else keeps running meanwhile.</summary>
public interface IGameDrain
{
    /// <summary>The remaining work; null while the server is not stopping.</summary>
    GameDrainStatus? Status { get; }

    /// <summary>
    /// Refuses new players, rooms and rounds from now on, and waits until no round is in progress or the configured time is over. There is
    /// one drain in the life of a server: later calls wait for the same one.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait early; honoured in the first call.</param>
    Task DrainAsync(CancellationToken cancellationToken);
}
