using System.Net;

namespace Phira.PluginService.Core.Limits;

/// <summary>Counts the connections of each client. Not safe for several threads: its owner locks.</summary>
/// <param name="maxPerAddress">Maximum number of connections of one client.</param>
public sealed class AddressCounts(int maxPerAddress)
{
    private readonly Dictionary<IPAddress, int> _counts = [];

    /// <summary>Whether a client may have another connection.</summary>
    /// <param name="address">The address; see <see cref="ClientAddress.KeyOf"/>.</param>
    public bool HasPlace(IPAddress address) => _counts.GetValueOrDefault(ClientAddress.KeyOf(address)) < maxPerAddress;

    /// <summary>Counts a connection that has begun.</summary>
    /// <param name="address">The address of the client.</param>
    public void Enter(IPAddress address)
    {
        var key = ClientAddress.KeyOf(address);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>Takes back a connection that was counted.</summary>
    /// <param name="address">The address of the client.</param>
    public void Leave(IPAddress address)
    {
        var key = ClientAddress.KeyOf(address);
        if (--_counts[key] == 0)
        {
            _counts.Remove(key);
        }
    }
}
