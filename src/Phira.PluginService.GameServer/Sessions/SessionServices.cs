using Microsoft.Extensions.Logging;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Users;
using Phira.PluginService.Protocol;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>What every session needs.</summary>
internal sealed record SessionServices(
    GameServerOptions Options,
    ConnectionTable Connections,
    UserPresence Presence,
    RequestDispatcher Dispatcher,
    GameMetrics Metrics,
    TimeProvider Time,
    ILogger<Session> Logger)
{
    public DecodeLimits DecodeLimits { get; } = new(
        Options.Limits.MaxTouchFrames, Options.Limits.MaxTouchFrames * PointsPerFrame, Options.Limits.MaxJudges);

    /// <summary>How long a connection may take to log in. One that only waits to read why it is refused is not given the whole time.</summary>
    public TimeSpan LoginTimeLimit(Refusal? refusal)
    {
        var limit = TimeSpan.FromSeconds(Options.HandshakeTimeoutSecs);
        return refusal is null || limit < NoticeTime ? limit : NoticeTime;
    }

    private static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(5);

    private const int PointsPerFrame = ProtocolLimits.MaxTouchPoints / ProtocolLimits.MaxTouchFrames;
}
