using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Core.Bans;

/// <summary>The target of a ban: an account, or every address of a network. Its text identifies it.</summary>
public abstract record BanTarget
{
    private const string UserPrefix = "user:";

    private BanTarget()
    {
    }

    /// <summary>The target of one account.</summary>
    public static BanTarget Of(UserId user) => new User(user);

    /// <summary>The target of one address alone.</summary>
    /// <param name="address">The address; IPv4 written as IPv6 counts as IPv4.</param>
    public static BanTarget Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = Plain(address);
        return new Network(new IPNetwork(plain, plain.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
    }

    /// <summary>The target of a network.</summary>
    public static BanTarget Of(IPNetwork network) => new Network(network);

    /// <summary>Reads <c>user:100</c>, <c>203.0.113.7</c>, <c>203.0.113.0/24</c> or their IPv6 forms.</summary>
    /// <param name="target">The target, when the text names one.</param>
    /// <returns>Whether the text names a target.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BanTarget? target)
    {
        target = null;
        if (text is null)
        {
            return false;
        }

        if (text.StartsWith(UserPrefix, StringComparison.Ordinal))
        {
            if (int.TryParse(text.AsSpan(UserPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var user) && user > 0)
            {
                target = new User(new UserId(user));
            }
        }
        else if (NetworkText.TryParse(text, out var network))
        {
            target = new Network(network);
        }

        return target is not null;
    }

    /// <summary>The text that <see cref="TryParse"/> reads; the same for equal targets.</summary>
    public abstract override string ToString();

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>One account.</summary>
    public sealed record User(UserId Id) : BanTarget
    {
        /// <inheritdoc />
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UserPrefix}{Id.Value}");
    }

    /// <summary>Every address of a network.</summary>
    /// <param name="Range">The network; one address is the network of that address alone.</param>
    public sealed record Network(IPNetwork Range) : BanTarget
    {
        /// <summary>Whether an address is in the network.</summary>
        /// <param name="address">The address; IPv4 written as IPv6 counts as IPv4.</param>
        public bool Contains(IPAddress address)
        {
            ArgumentNullException.ThrowIfNull(address);
            return Range.Contains(Plain(address));
        }

        /// <summary>Whether any address is in both networks.</summary>
        public bool Overlaps(IPNetwork other) => Range.Contains(other.BaseAddress) || other.Contains(Range.BaseAddress);

        /// <inheritdoc />
        public override string ToString() => Range.ToString();
    }
}
