using System.Net;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Core.Tests.Limits;

public sealed class AddressLimiterTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2:3::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Connections_count_by_address_or_network(string first, string second, bool same)
    {
        var counts = new AddressCounts(1);
        counts.Enter(IPAddress.Parse(first));

        Assert.Equal(!same, counts.HasPlace(IPAddress.Parse(second)));

        counts.Leave(IPAddress.Parse(first));
        Assert.True(counts.HasPlace(IPAddress.Parse(first)));
    }
}
