using System.Net;

namespace Phira.PluginService.GameServer.Net;

/// <summary>Counts the connections of each address. Not safe for several threads: its owner locks.</summary>
internal sealed class AddressLimiter(int maxPerAddress)
{
    private readonly Dictionary<UInt128, int> _counts = [];

    /// <summary>Whether the address may have another connection.</summary>
    public bool HasPlace(IPAddress address) => _counts.GetValueOrDefault(AddressKey.Of(address)) < maxPerAddress;

    public void Enter(IPAddress address)
    {
        var key = AddressKey.Of(address);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    public void Leave(IPAddress address)
    {
        var key = AddressKey.Of(address);
        if (--_counts[key] == 0)
        {
            _counts.Remove(key);
        }
    }
}
