using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Auth;

/// <summary>
/// Slows down guessing: after some wrong tokens within a minute, an address has to wait until that minute is over. Remembers a bounded
/// number of addresses; when it is full the one whose minute began first is forgotten.
/// </summary>
/// <param name="clock">The clock.</param>
internal sealed class AttemptThrottle(TimeProvider clock)
{
    public const int AllowedFailures = 10;

    private const int MaximumAddresses = 1024;

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

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

    /// <summary>How long an address has to wait; zero when it may try.</summary>
    /// <param name="address">The caller's address.</param>
    public TimeSpan WaitFor(IPAddress? address)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            return _failures.TryGetValue(KeyOf(address), out var failures)
                && failures.Count >= AllowedFailures && now < failures.Since + _window
                ? failures.Since + _window - now
                : TimeSpan.Zero;
        }
    }

    /// <summary>Counts a wrong token.</summary>
    /// <param name="address">The caller's address.</param>
    public void RecordFailure(IPAddress? address)
    {
        var now = clock.GetUtcNow();
        var key = KeyOf(address);
        lock (_lock)
        {
            if (_failures.TryGetValue(key, out var failures) && now < failures.Since + _window)
            {
                _failures[key] = failures with { Count = failures.Count + 1 };
                return;
            }

            if (failures is null && _failures.Count >= MaximumAddresses)
            {
                _failures.Remove(_failures.MinBy(entry => entry.Value.Since).Key);
            }

            _failures[key] = new Failures(1, now);
        }
    }

    // One household or host usually owns a whole /64 of IPv6.
    private static IPAddress KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private sealed record Failures(int Count, DateTimeOffset Since);
}
