namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>
/// The system's time, in which everything takes ten times as long. Where two deadlines of the platform follow one another, a slow machine has so much more
/// time between them.
/// </summary>
internal sealed class StretchedTime : TimeProvider
{
    private const int Factor = 10;

    public override long GetTimestamp() => base.GetTimestamp() / Factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new StretchedTimer(base.CreateTimer(callback, state, Stretch(dueTime), Stretch(period)));

    private static TimeSpan Stretch(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time * Factor;

    private sealed class StretchedTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Stretch(dueTime), Stretch(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
