namespace Phira.PluginService.GameServer.Net;

/// <summary>
/// Decides when a connection's next frame may go out. The order of frames never changes: a frame that must wait holds up
/// those behind it. The reasons lie in the game's client, which handles a frame before it has digested the one before.
/// </summary>
internal sealed class FramePacer(FramePacing pacing, TimeProvider timeProvider)
{
    private long _roomCopyAt;
    private long _mayHideChartAt;
    private int? _shownChart;

    /// <summary>The time that the frame has to wait from now; zero or less when it may go.</summary>
    /// <param name="notBefore">Timestamp before which it may not go in any case; 0 for none.</param>
    public TimeSpan WaitFor(OutgoingFrame frame, long notBefore)
    {
        var due = notBefore;
        if (frame.Traits.HasFlag(FrameTraits.NeedsRoomCopy))
        {
            due = Math.Max(due, _roomCopyAt);
        }

        if (frame.Traits.HasFlag(FrameTraits.HidesChart))
        {
            due = Math.Max(due, _mayHideChartAt);
        }

        return due == 0 ? TimeSpan.Zero : timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), due);
    }

    /// <summary>Whether the exact time at which this frame leaves matters for those that follow.</summary>
    public static bool StartsAWait(OutgoingFrame frame) => frame.Traits.HasFlag(FrameTraits.MakesRoomCopy) || frame.Chart is not null;

    /// <summary>Notes a frame that has been sent.</summary>
    public void Sent(OutgoingFrame frame)
    {
        if (frame.Traits.HasFlag(FrameTraits.MakesRoomCopy))
        {
            _roomCopyAt = After(pacing.RoomCopy);
            _shownChart = null;
        }

        if (frame.Chart is { } chart && chart != _shownChart)
        {
            _shownChart = chart;
            _mayHideChartAt = After(frame.Traits.HasFlag(FrameTraits.LoginReply) ? pacing.ChartShownAfterLogin : pacing.ChartShown);
        }
    }

    private long After(TimeSpan delay) => timeProvider.GetTimestamp() + (long)(delay.TotalSeconds * timeProvider.TimestampFrequency);
}
