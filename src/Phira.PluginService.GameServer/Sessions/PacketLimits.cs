using Microsoft.Extensions.Options;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The limits on the size of packets and on the silence of a connection.</summary>
internal sealed class PacketLimits(IOptions<GameServerOptions> options)
{
    private const int PointsPerFrame = ProtocolLimits.MaxTouchPoints / ProtocolLimits.MaxTouchFrames;

    private static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(5);

    private readonly GameLimits _limits = options.Value.Limits;
    private readonly TimeSpan _loginTime = TimeSpan.FromSeconds(options.Value.HandshakeTimeoutSecs);

    public DecodeLimits Decoding { get; } = new(
        options.Value.Limits.MaxTouchFrames, options.Value.Limits.MaxTouchFrames * PointsPerFrame, options.Value.Limits.MaxJudges);

    /// <summary>The time for which a connection may be silent.</summary>
    public TimeSpan Silence { get; } = TimeSpan.FromSeconds(options.Value.SilenceTimeoutSecs);

    /// <summary>
    /// The period of the check of the times: a tenth of the shorter one is exact enough, and no timer has to be set for each packet.
    /// </summary>
    public TimeSpan CheckPeriod => (_loginTime < Silence ? _loginTime : Silence) / 10;

    public int MaxFrameBytes(bool isAuthenticated) => isAuthenticated ? _limits.MaxFrameBytes : _limits.MaxLoginFrameBytes;

    /// <summary>The time that a connection has to log in. One that only waits to read its refusal is not given the whole time.</summary>
    public TimeSpan LoginTime(Refusal? refusal) => refusal is null || _loginTime < NoticeTime ? _loginTime : NoticeTime;
}
