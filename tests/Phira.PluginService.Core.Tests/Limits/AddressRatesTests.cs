using System.Net;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Core.Tests.Limits;

public sealed class AddressRatesTests
{
    private static readonly IPAddress One = IPAddress.Parse("192.0.2.1");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void An_address_has_its_burst_and_then_its_rate()
    {
        var rates = new AddressRates(perSecond: 2, burst: 10, _time);

        Assert.Equal(10, Take(rates, One, 20));
        Assert.Equal(10, Take(rates, IPAddress.Parse("192.0.2.2"), 20));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Take(rates, One, 20));
    }

    [Fact]
    public void A_network_of_an_IPv6_customer_counts_as_one_address()
    {
        var rates = new AddressRates(perSecond: 1, burst: 2, _time);

        Assert.True(rates.TryTake(IPAddress.Parse("2001:db8:1:2::1")));
        Assert.True(rates.TryTake(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.False(rates.TryTake(IPAddress.Parse("2001:db8:1:2:3::4")));
    }

    [Fact]
    public void Addresses_that_have_their_whole_burst_again_are_forgotten()
    {
        var rates = new AddressRates(perSecond: 1, burst: 5, _time);
        Take(rates, One, 5);

        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(rates.TryTake(IPAddress.Parse("192.0.2.2")));

        Assert.Equal(1, rates.Count);
        Assert.Equal(5, Take(rates, One, 20));
    }

    [Fact]
    public void No_more_addresses_are_remembered_than_the_capacity()
    {
        var rates = new AddressRates(perSecond: 1, burst: 1, _time, capacity: 3);

        for (var i = 0; i < 10; i++)
        {
            Assert.True(rates.TryTake(new IPAddress([192, 0, 2, (byte)i])));
        }

        Assert.Equal(3, rates.Count);
        Assert.False(rates.TryTake(new IPAddress([192, 0, 2, 9])));
    }

    private static int Take(AddressRates rates, IPAddress address, int times) => Enumerable.Range(0, times).Count(_ => rates.TryTake(address));
}
