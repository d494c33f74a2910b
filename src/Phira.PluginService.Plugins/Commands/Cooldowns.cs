using Phira.PluginService.Core.Commands;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>The times from which each caller may use each command again. Expired entries are removed, so only recent callers are held.</summary>
internal sealed class Cooldowns(TimeProvider timeProvider)
{
    private const int SweepAt = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Command, string Caller), DateTimeOffset> _freeAt = [];

    /// <summary>Uses a command.</summary>
    /// <returns>The time that the caller must wait; zero when the use counts.</returns>
    public TimeSpan Use(string command, CommandCaller caller, TimeSpan cooldown)
    {
        if (cooldown <= TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        var key = (command, caller.User is { } user ? $"user {user}" : $"name {caller.Name}");
        lock (_lock)
        {
            var now = timeProvider.GetUtcNow();
            if (_freeAt.TryGetValue(key, out var freeAt) && freeAt > now)
            {
                return freeAt - now;
            }

            if (_freeAt.Count >= SweepAt)
            {
                foreach (var (old, _) in _freeAt.Where(entry => entry.Value <= now).ToList())
                {
                    _freeAt.Remove(old);
                }
            }

            _freeAt[key] = now + cooldown;
            return TimeSpan.Zero;
        }
    }
}
