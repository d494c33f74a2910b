using System.Net;
using System.Net.Sockets;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpClient.Network;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::8.8.8.8")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("2a00:1450:4001:81b:0:5efe:10.0.0.1")]
    [InlineData("2a00:1450:4001:81b:200:5efe:127.0.0.1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("100::1")]
    [InlineData("5f00::1")]
    [InlineData("4000::1")]
    public void What_is_not_public_is_recognised(string address) => Assert.NotNull(AddressRules.RangeOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2002:808:808::1")]
    public void What_is_public_is_too(string address) => Assert.Null(AddressRules.RangeOf(IPAddress.Parse(address)));

    [Fact]
    public void Every_private_address_stays_private_in_every_wrapping()
    {
        var random = new Random(20_260_101);
        byte[][] prefixes =
        [
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255], [0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0],
            [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0],
        ];
        for (var round = 0; round < 20_000; round++)
        {
            var inner = new byte[4];
            random.NextBytes(inner);
            var isPublic = AddressRules.RangeOf(new IPAddress(inner)) is null;

            foreach (var prefix in prefixes)
            {
                var wrapped = new IPAddress([.. prefix, .. inner]);
                Assert.True(AddressRules.RangeOf(wrapped) is null == isPublic, $"{wrapped}");
            }

            var relayed = new IPAddress([0x20, 0x02, .. inner, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
            Assert.True(AddressRules.RangeOf(relayed) is null == isPublic, $"{relayed}");
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "127.0.0.1")]
    [InlineData("http://2130706433/", "127.0.0.1")]
    [InlineData("http://0x7f000001/", "127.0.0.1")]
    [InlineData("http://0x7f.0.0.1/", "127.0.0.1")]
    [InlineData("http://017700000001/", "127.0.0.1")]
    [InlineData("http://0177.0.0.01/", "127.0.0.1")]
    [InlineData("http://127.1/", "127.0.0.1")]
    [InlineData("http://127.0.1/", "127.0.0.1")]
    [InlineData("http://127.0.0.1./", "127.0.0.1")]
    [InlineData("http://0/", "0.0.0.0")]
    [InlineData("http://[::1]/", "::1")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/", "::1")]
    [InlineData("http://[::ffff:127.0.0.1]/", "127.0.0.1")]
    [InlineData("http://[::ffff:7f00:1]/", "127.0.0.1")]
    public void Every_spelling_of_an_address_is_that_address(string text, string address)
    {
        var url = OutboundUrl.Read(text, out var problem);

        Assert.True(url is not null, problem);
        Assert.Equal(IPAddress.Parse(address), url.Address);
        Assert.Equal(url.Address!.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address, url.Host.Name);
        Assert.Equal(url.Host.Name, url.Uri.Host);
    }

    [Theory]
    [InlineData("http://EXAMPLE.com/", "example.com", 80)]
    [InlineData("https://example.com./", "example.com", 443)]
    [InlineData("https://example.com:8443/a?b#c", "example.com", 8443)]
    [InlineData("http://xn--bcher-kva.example/", "xn--bcher-kva.example", 80)]
    [InlineData("http://XN--BCHER-KVA.example/", "xn--bcher-kva.example", 80)]
    public void A_name_has_one_spelling(string text, string name, int port)
    {
        var url = OutboundUrl.Read(text, out var problem);

        Assert.True(url is not null, problem);
        Assert.Null(url.Address);
        Assert.Equal((name, port), (url.Host.Name, url.Host.Port));
        Assert.Equal((name, port), (url.Uri.Host, url.Uri.Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("/path")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_x")]
    [InlineData("http:example.com")]
    [InlineData("http:/example.com/")]
    [InlineData("http:///example.com/")]
    [InlineData("http://")]
    [InlineData("http://./")]
    [InlineData("http://example..com/")]
    [InlineData("http://example.com../")]
    [InlineData("http://user@example.com/")]
    [InlineData("http://user:secret@example.com/")]
    [InlineData("http://example.com@127.0.0.1/")]
    [InlineData("http://127.0.0.1%2f@example.com/")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fe80::1%eth0]/")]
    [InlineData("http://example.com\\@127.0.0.1/")]
    [InlineData("http:\\\\127.0.0.1\\")]
    [InlineData("http://127.0.0.1:0/")]
    [InlineData("http://127.0.0.1:65536/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://256.0.0.1/")]
    [InlineData("http://example.0x7f/")]
    [InlineData("http://exa mple.com/")]
    [InlineData("http://example.com/\r\nx: y")]
    [InlineData("http://example.com/\t")]
    [InlineData("http://１２７.0.0.1/")]
    [InlineData("http://bücher.example/")]
    public void What_could_be_read_in_two_ways_is_refused(string text) => Assert.Null(OutboundUrl.Read(text, out _));
}
