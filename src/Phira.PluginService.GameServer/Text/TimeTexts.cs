namespace Phira.PluginService.GameServer.Text;

/// <summary>
/// Times as players say them: nobody has to know the time zone of the server, or that of their own. Rounded up, so that nobody comes too early.
/// </summary>
internal static class TimeTexts
{
    private const int HoursUpTo = 48;

    /// <summary>When something is, counted from now, for example <c>in 3 days</c>.</summary>
    public static GameText In(TimeSpan time) => time switch
    {
        _ when time <= TimeSpan.FromMinutes(1) => new("in a minute", "1 分钟后", "1 分鐘後"),
        _ when time <= TimeSpan.FromHours(1) => In(time.TotalMinutes, "minute", "分钟", "分鐘"),
        _ when time <= TimeSpan.FromHours(HoursUpTo) => In(time.TotalHours, "hour", "小时", "小時"),
        _ => In(time.TotalDays, "day", "天", "天"),
    };

    private static GameText In(double exact, string english, string simplified, string traditional)
    {
        var count = Math.Ceiling(exact);
        return new($"in {count} {english}{(count > 1 ? "s" : "")}", $"{count} {simplified}后", $"{count} {traditional}後");
    }
}
