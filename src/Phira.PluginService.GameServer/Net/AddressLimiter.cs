using System.Net;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.GameServer.Net;

/// <summary>Counts the connections of each address. Not safe for several threads: its owner locks.</summary>
internal sealed class AddressLimiter(int maxPerAddress)
{
    private readonly Dictionary<IPAddress, int> _counts = [];

    /// <summary>Whether the address may have another connection.</summary>
    public bool HasPlace(IPAddress address) => _counts.GetValueOrDefault(ClientAddress.KeyOf(address)) < maxPerAddress;

    public void Enter(IPAddress address)
    {
        var key = ClientAddress.KeyOf(address);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    public void Leave(IPAddress address)
    {
        var key = ClientAddress.KeyOf(address);
        if (--_counts[key] == 0)
        {
            _counts.Remove(key);
        }
    }
}
