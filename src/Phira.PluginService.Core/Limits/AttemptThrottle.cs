using System.Net;

namespace Phira.PluginService.Core.Limits;

/// <summary>
/// Slows down guessing: after some failures within a minute, a client has to wait until that minute is over. Measures with the monotonic
/// clock, so that setting the system clock neither prolongs nor shortens the wait. Remembers a bounded number of clients; at the bound, the
/// one whose minute began first is forgotten. Safe for several threads.
/// </summary>
public sealed class AttemptThrottle(TimeProvider timeProvider)
{
    /// <summary>Number of failures within a minute that a client is allowed.</summary>
    public const int AllowedFailures = 10;

    private const int MaximumAddresses = 1024;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Failures> _failures = [];

    /// <summary>Number of clients that are remembered now.</summary>
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

    /// <summary>Counts a failure.</summary>
    /// <param name="address">The address of the client; see <see cref="ClientAddress.KeyOf"/>.</param>
    /// <returns>Time that the client has to wait before its next failure is answered as one; zero while it may fail.</returns>
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
