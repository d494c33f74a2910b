using System.Net;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Auth;

/// <summary>
/// Slows down guessing: after some wrong tokens within a minute, an address has to wait until that minute is over. Measures with the
/// monotonic clock, so that setting the system clock neither prolongs nor shortens the wait. Remembers a bounded number of addresses; when
/// it is full, the one whose minute began first is forgotten.
/// </summary>
internal sealed class AttemptThrottle(TimeProvider timeProvider)
{
    public const int AllowedFailures = 10;

    private const int MaximumAddresses = 1024;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Failures> _failures = [];

    /// <summary>How many addresses are remembered now.</summary>
    public int RememberedAddresses
    {
        get
        {
            lock (_lock)
            {
                return _failures.Count;
            }
        }
    }

    /// <summary>Counts a wrong token.</summary>
    /// <returns>How long the address has to wait before its next wrong token is looked at; zero while it may still be wrong.</returns>
    public TimeSpan RecordFailure(IPAddress? address)
    {
        var now = timeProvider.GetTimestamp();
        var key = ClientAddress.KeyOf(address);
        lock (_lock)
        {
            if (_failures.TryGetValue(key, out var failures) && timeProvider.GetElapsedTime(failures.Since, now) is var elapsed && elapsed < Window)
            {
                if (failures.Count >= AllowedFailures)
                {
                    return Window - elapsed;
                }

                _failures[key] = failures with { Count = failures.Count + 1 };
                return TimeSpan.Zero;
            }

            if (failures is null && _failures.Count >= MaximumAddresses)
            {
                _failures.Remove(_failures.MinBy(entry => entry.Value.Since).Key);
            }

            _failures[key] = new Failures(1, now);
            return TimeSpan.Zero;
        }
    }

    private sealed record Failures(int Count, long Since);
}
