namespace Phira.PluginService.GameServer.Telemetry;

/// <summary>The outcome of a player's request; also the values of the metrics' label.</summary>
internal enum RequestOutcome
{
    /// <summary>The request was carried out.</summary>
    Ok,

    /// <summary>The rules, a limit or a plugin refused it.</summary>
    Refused,

    /// <summary>The connection or the time for the reply ended before.</summary>
    Canceled,

    /// <summary>A fault in this server.</summary>
    Failed,
}
