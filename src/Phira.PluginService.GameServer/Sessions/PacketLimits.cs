using Microsoft.Extensions.Options;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>How large packets may be, and how long a connection may be silent.</summary>
internal sealed class PacketLimits(IOptions<GameServerOptions> options)
{
    private const int PointsPerFrame = ProtocolLimits.MaxTouchPoints / ProtocolLimits.MaxTouchFrames;

    private static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(5);

    private readonly GameLimits _limits = options.Value.Limits;
    private readonly TimeSpan _loginTime = TimeSpan.FromSeconds(options.Value.HandshakeTimeoutSecs);

    public DecodeLimits Decoding { get; } = new(
        options.Value.Limits.MaxTouchFrames, options.Value.Limits.MaxTouchFrames * PointsPerFrame, options.Value.Limits.MaxJudges);

    /// <summary>How long a connection may say nothing.</summary>
    public TimeSpan Silence { get; } = TimeSpan.FromSeconds(options.Value.SilenceTimeoutSecs);

    /// <summary>How often the times are checked: a tenth of the shorter one is exact enough, and no timer has to be set for each packet.</summary>
    public TimeSpan CheckPeriod => (_loginTime < Silence ? _loginTime : Silence) / 10;

    public int MaxFrameBytes(bool isAuthenticated) => isAuthenticated ? _limits.MaxFrameBytes : _limits.MaxLoginFrameBytes;

    /// <summary>How long a connection may take to log in. One that only waits to read why it is refused is not given the whole time.</summary>
    public TimeSpan LoginTime(Refusal? refusal) => refusal is null || _loginTime < NoticeTime ? _loginTime : NoticeTime;
}
