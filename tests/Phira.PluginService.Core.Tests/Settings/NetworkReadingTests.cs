using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Core.Tests.Settings;

public sealed class NetworkReadingTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1/32")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    [InlineData("2001:DB8::/32", "2001:db8::/32")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1/32")]
    [InlineData("::ffff:192.0.2.0/120", "192.0.2.0/24")]
    [InlineData("::/64", "::/64")]
    public void Takes_an_address_or_a_network(string text, string network)
    {
        Assert.True(NetworkText.TryParse(text, out var read));
        Assert.Equal(network, read.ToString());
        Assert.True(BanTarget.TryParse(text, out var target));
        Assert.Equal(network, target.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("1.2.3")]
    [InlineData("1.2/16")]
    [InlineData("010.0.0.1")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    [InlineData("192.0.2.1/33")]
    [InlineData("192.0.2.1/")]
    [InlineData("/8")]
    public void Refuses_what_is_only_part_of_an_address_instead_of_guessing_another_one(string text)
    {
        Assert.False(NetworkText.TryParse(text, out _));
        Assert.False(BanTarget.TryParse(text, out _));
    }
}
