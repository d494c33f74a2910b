using System.Collections.Immutable;
using System.Net;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>Finds the addresses that a request may be sent to.</summary>
internal sealed class AddressGuard(INameResolver resolver)
{
    /// <summary>
    /// Looks the host up once and keeps what may be reached: public addresses, and those that the grant names as addresses. The
    /// connection is made to one of these and nothing is looked up again, so a name cannot mean something else a moment later.
    /// </summary>
    /// <param name="hosts">The hosts of the grant; null when it names none.</param>
    /// <returns>The addresses in the order to try them, or the range of the first that is refused when none is left; both empty when the name has
    /// none.</returns>
    public async Task<(ImmutableArray<IPAddress> Addresses, string? RefusedRange)> FindAsync(
        OutboundUrl url, ImmutableArray<string>? hosts, CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress> found = url.Address is { } literal ? [literal] : await resolver.ResolveAsync(url.Host.Name, cancellationToken);
        IPAddress[] plain = [.. found.Select(AddressRules.Plain)];
        ImmutableArray<IPAddress> open = [.. plain.Where(address => AddressRules.RangeOf(address) is null || IsNamed(address))];
        return (open, open.IsEmpty && plain.Length > 0 ? AddressRules.RangeOf(plain[0]) : null);

        bool IsNamed(IPAddress address) => hosts?.Any(pattern =>
            IsAddress(pattern) && NetworkHost.Matches(pattern, new HostAndPort($"{address}", url.Host.Port))) == true;
    }

    // A pattern such as *.0.0.1 covers names only.
    private static bool IsAddress(string pattern) =>
        pattern.StartsWith('[') || IPAddress.TryParse(pattern.Split(':')[0], out _);
}
