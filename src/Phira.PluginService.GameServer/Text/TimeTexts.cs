using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.GameServer.Text;

/// <summary>
/// Times as players say them: nobody has to know the time zone of the server, or that of their own. Rounded up, so that nobody comes too early.
/// </summary>
internal static class TimeTexts
{
    private const int HoursUpTo = 48;

    /// <summary>A time counted from now, for example <c>in 3 days</c>.</summary>
    public static LocalizedText In(TimeSpan time) => time switch
    {
        _ when time <= TimeSpan.FromMinutes(1) => LocalizedText.Of("game.time.in_a_minute"),
        _ when time <= TimeSpan.FromHours(1) => LocalizedText.Of("game.time.in_minutes", Count(time.TotalMinutes)),
        _ when time <= TimeSpan.FromHours(HoursUpTo) => LocalizedText.Of("game.time.in_hours", Count(time.TotalHours)),
        _ => LocalizedText.Of("game.time.in_days", Count(time.TotalDays)),
    };

    // Two at least: what is less is said in the smaller unit.
    private static string Count(double exact) => $"{Math.Ceiling(exact)}";
}
