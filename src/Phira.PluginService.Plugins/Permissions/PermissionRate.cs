using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>The rates of one permission: a second, a minute and an hour that slide along. Safe for several threads.</summary>
internal sealed class PermissionRate(TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly SlidingWindow _second = new(TimeSpan.FromSeconds(1));
    private readonly SlidingWindow _minute = new(TimeSpan.FromMinutes(1));
    private readonly SlidingWindow _hour = new(TimeSpan.FromHours(1));
    private readonly long _origin = timeProvider.GetTimestamp();

    /// <summary>Takes one use out of all rates, or out of none.</summary>
    /// <param name="granted">The current rates; they may differ from those of the last time.</param>
    /// <returns>Null when it is within all rates, or else the one that is used up.</returns>
    public string? Take(PermissionRequest granted)
    {
        lock (_lock)
        {
            var now = timeProvider.GetElapsedTime(_origin);
            if (!_second.HasRoom(granted.PerSecond, now))
            {
                return $"{KnownPermissions.PerSecond} = {granted.PerSecond}";
            }

            if (!_minute.HasRoom(granted.PerMinute, now))
            {
                return $"{KnownPermissions.PerMinute} = {granted.PerMinute}";
            }

            if (!_hour.HasRoom(granted.PerHour, now))
            {
                return $"{KnownPermissions.PerHour} = {granted.PerHour}";
            }

            _second.Add(granted.PerSecond, now);
            _minute.Add(granted.PerMinute, now);
            _hour.Add(granted.PerHour, now);
            return null;
        }
    }
}
