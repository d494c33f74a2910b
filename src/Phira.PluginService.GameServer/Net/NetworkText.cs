using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.GameServer.Net;

/// <summary>Reads a network as administrators write it: one address, or a network with the length of its prefix.</summary>
internal static class NetworkText
{
    public static bool TryParse(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}
