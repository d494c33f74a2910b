using System.Net;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.GameServer.Net;

namespace Phira.PluginService.GameServer.Tests.Net;

public sealed class LimitingRates
{
    [Fact]
    public void A_burst_is_allowed_and_then_the_steady_rate()
    {
        var time = new FakeTimeProvider();
        var bucket = new TokenBucket(2, 3, time);

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.TryTake()));
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal([true, false], Enumerable.Range(0, 2).Select(_ => bucket.TryTake()));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.TryTake()));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2:3::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Connections_count_by_address_or_network(string first, string second, bool same)
    {
        var limiter = new AddressLimiter(1);
        Assert.True(limiter.TryEnter(IPAddress.Parse(first)));

        Assert.Equal(!same, limiter.TryEnter(IPAddress.Parse(second)));

        limiter.Leave(IPAddress.Parse(first));
        Assert.True(limiter.TryEnter(IPAddress.Parse(first)));
    }
}
