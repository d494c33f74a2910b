using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Runs the session of a connection from its first packet on.</summary>
internal sealed partial class SessionRunner(
    RequestDispatcher dispatcher,
    UserPresence presence,
    PacketLimits packets,
    GameMetrics metrics,
    IOptions<GameServerOptions> options,
    TimeProvider timeProvider,
    ILogger<Session> logger)
{
    private readonly GameLimits _limits = options.Value.Limits;

    /// <summary>Runs until the connection has ended and its user has been cared for.</summary>
    public async Task RunAsync(Connection connection, ConnectionSlot slot, Refusal? refusal)
    {
        var session = new Session(connection, slot, refusal, new SessionLimits(_limits, timeProvider), _limits.ReceiveQueue, dispatcher, metrics, logger);
        var reader = new SessionReader(session, packets, metrics, timeProvider);
        var sending = connection.SendAllAsync();
        var handling = session.HandleAllAsync();
        try
        {
            await reader.RunAsync();
        }
        finally
        {
            session.Complete();
            await handling;
            if (session.User is { } user)
            {
                await presence.LostAsync(user, session, reader.LastPacketAt);
            }

            await sending;
            Log.Ended(logger, connection.Id.Sequence, connection.Reason);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2040, LogLevel.Debug, "Connection {Connection} ended: {Reason}")]
        public static partial void Ended(ILogger logger, long connection, DisconnectReason reason);
    }
}
