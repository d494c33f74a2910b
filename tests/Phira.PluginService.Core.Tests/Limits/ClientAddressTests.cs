using System.Net;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Core.Tests.Limits;

/// <summary>The game server and the web server count clients by one rule.</summary>
public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    public void One_client_has(string address, string other) =>
        Assert.Equal(ClientAddress.KeyOf(IPAddress.Parse(address)), ClientAddress.KeyOf(IPAddress.Parse(other)));

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    [InlineData("::1", "127.0.0.1")]
    public void Two_clients_have(string address, string other) =>
        Assert.NotEqual(ClientAddress.KeyOf(IPAddress.Parse(address)), ClientAddress.KeyOf(IPAddress.Parse(other)));

    [Fact]
    public void Those_without_an_address_count_as_one() => Assert.Equal(ClientAddress.KeyOf(null), ClientAddress.KeyOf(null));
}
