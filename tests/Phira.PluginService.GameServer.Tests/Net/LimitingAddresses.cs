using System.Net;
using Phira.PluginService.GameServer.Net;

namespace Phira.PluginService.GameServer.Tests.Net;

public sealed class LimitingAddresses
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2:3::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Connections_count_by_address_or_network(string first, string second, bool same)
    {
        var limiter = new AddressLimiter(1);
        limiter.Enter(IPAddress.Parse(first));

        Assert.Equal(!same, limiter.HasPlace(IPAddress.Parse(second)));

        limiter.Leave(IPAddress.Parse(first));
        Assert.True(limiter.HasPlace(IPAddress.Parse(first)));
    }
}
