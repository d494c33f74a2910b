namespace Phira.PluginService.Core.Game;

/// <summary>Tells where players connect to.</summary>
public interface IGameServerStatus
{
    /// <summary>The TCP port players connect to; null while the game server does not listen.</summary>
    int? Port { get; }

    /// <summary>Number of open connections, logged in or not.</summary>
    int ConnectionCount { get; }
}
