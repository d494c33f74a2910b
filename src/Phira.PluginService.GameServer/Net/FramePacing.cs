using Phira.PluginService.GameServer.Configuration;

namespace Phira.PluginService.GameServer.Net;

/// <summary>The waits that games need between frames; see the options of the same names.</summary>
internal sealed record FramePacing(TimeSpan MinReplyDelay, TimeSpan RoomCopy, TimeSpan ChartShown, TimeSpan ChartShownAfterLogin)
{
    public static FramePacing From(GameServerOptions options) => new(
        TimeSpan.FromMilliseconds(options.MinReplyDelayMs),
        TimeSpan.FromMilliseconds(options.RoomCopyDelayMs),
        TimeSpan.FromMilliseconds(options.ChartShownMs),
        TimeSpan.FromMilliseconds(options.ChartShownAfterLoginMs));
}
