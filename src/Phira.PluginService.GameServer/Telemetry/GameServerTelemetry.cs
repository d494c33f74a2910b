namespace Phira.PluginService.GameServer.Telemetry;

/// <summary>Names for those who collect the game server's measurements.</summary>
public static class GameServerTelemetry
{
    /// <summary>The meter of all <c>phira.game.*</c> instruments.</summary>
    public const string MeterName = "Phira.PluginService.GameServer";
}
