using System.Buffers;
using System.Net;
using System.Text;
using FsCheck.Xunit;
using Phira.PluginService.GameServer.Net;

namespace Phira.PluginService.GameServer.Tests.Net;

public sealed class ProxyHeaderReaderTests
{
    private const string Signature = "0d0a0d0a000d0a515549540a";

    [Theory]
    [InlineData("PROXY TCP4 203.0.113.7 192.0.2.1 56324 12346\r\n", "203.0.113.7")]
    [InlineData("PROXY TCP4 255.255.255.255 255.255.255.255 65535 0\r\n", "255.255.255.255")]
    [InlineData("PROXY TCP6 2001:db8::7 2001:DB8::1 56324 12346\r\n", "2001:db8::7")]
    [InlineData("PROXY UNKNOWN\r\n", null)]
    [InlineData("PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n", null)]
    public void The_text_form_tells_the_source(string header, string? source) => IsHeader(Encoding.ASCII.GetBytes(header), source);

    [Theory]
    [InlineData("21 11 000c cb007107 c0000201 dc04 303a", "203.0.113.7")]
    [InlineData("21 11 0010 cb007107 c0000201 dc04 303a 04000161", "203.0.113.7")]
    [InlineData("21 21 0024 20010db8000000000000000000000007 20010db8000000000000000000000001 dc04 303a", "2001:db8::7")]
    [InlineData("21 00 0000", null)]
    [InlineData("21 00 0003 010203", null)]
    [InlineData("20 00 0000", null)]
    [InlineData("20 11 000c cb007107 c0000201 dc04 303a", null)]
    public void The_binary_form_tells_the_source(string rest, string? source) => IsHeader(Hex(Signature + rest), source);

    [Theory]
    [InlineData("PROXY \r\n")]
    [InlineData("PROXY TCP4\r\n")]
    [InlineData("PROXY TCP4 203.0.113.7 192.0.2.1 56324\r\n")]
    [InlineData("PROXY TCP4 203.0.113.7 192.0.2.1 56324 12346 1\r\n")]
    [InlineData("PROXY TCP4  203.0.113.7 192.0.2.1 56324 12346\r\n")]
    [InlineData("PROXY TCP4 203.0.113.7 192.0.2.1 56324 65536\r\n")]
    [InlineData("PROXY TCP4 203.0.113.7 192.0.2.1 056324 1\r\n")]
    [InlineData("PROXY TCP4 203.0.113.7 192.0.2.1 +1 1\r\n")]
    [InlineData("PROXY TCP4 203.0.113.007 192.0.2.1 1 1\r\n")]
    [InlineData("PROXY TCP4 1 192.0.2.1 1 1\r\n")]
    [InlineData("PROXY TCP4 2001:db8::7 2001:db8::1 1 1\r\n")]
    [InlineData("PROXY TCP6 203.0.113.7 192.0.2.1 1 1\r\n")]
    [InlineData("PROXY TCP6 fe80::1%2 fe80::2 1 1\r\n")]
    [InlineData("PROXY UDP4 203.0.113.7 192.0.2.1 1 1\r\n")]
    public void A_text_that_only_begins_like_a_header_is_malformed(string header) => IsInvalid(Encoding.ASCII.GetBytes(header));

    [Theory]
    [InlineData("PROXY\r\n")]
    [InlineData("proxy TCP4 203.0.113.7 192.0.2.1 1 1\r\n")]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("\u0001")]
    public void Any_other_text_is_no_header(string text)
    {
        Assert.Equal(ProxyHeaderStatus.None, Read(Encoding.ASCII.GetBytes(text), out _, out var rest));
        Assert.Equal(text.Length, rest);
    }

    [Fact]
    public void A_text_that_does_not_end_is_refused_after_107_bytes()
    {
        var endless = Encoding.ASCII.GetBytes("PROXY UNKNOWN " + new string('x', 200));

        Assert.Equal(ProxyHeaderStatus.NeedMore, Read(endless[..106], out _, out _));
        Assert.Equal(ProxyHeaderStatus.Invalid, Read(endless[..107], out _, out _));
    }

    [Theory]
    [InlineData("11 11 000c cb007107 c0000201 dc04 303a")]
    [InlineData("22 11 000c cb007107 c0000201 dc04 303a")]
    [InlineData("21 12 000c cb007107 c0000201 dc04 303a")]
    [InlineData("21 31 000c cb007107 c0000201 dc04 303a")]
    [InlineData("21 11 000b cb007107 c0000201 dc04 30")]
    [InlineData("21 21 000c cb007107 c0000201 dc04 303a")]
    [InlineData("20 00 0801")]
    public void Any_other_binary_is_malformed(string rest) => IsInvalid(Hex(Signature + rest));

    [Property(MaxTest = 2_000)]
    public void Nothing_makes_it_fail_or_take_what_is_not_there(byte[] noise, byte form)
    {
        byte[] start = (form % 3) switch { 0 => [], 1 => "PROXY "u8.ToArray(), _ => Hex(Signature) };
        byte[] input = [.. start, .. noise];

        var status = Read(input, out _, out var rest);

        Assert.True(status == ProxyHeaderStatus.Header ? rest < input.Length : rest == input.Length);
    }

    private static void IsHeader(byte[] header, string? source)
    {
        byte[] followed = [.. header, 1, 2, 3];
        Assert.Equal(ProxyHeaderStatus.Header, Read(followed, out var found, out var rest));
        Assert.Equal(source is null ? null : IPAddress.Parse(source), found);
        Assert.Equal(3, rest);
        for (var i = 0; i < header.Length; i++)
        {
            Assert.Equal(ProxyHeaderStatus.NeedMore, Read(header[..i], out _, out var kept));
            Assert.Equal(i, kept);
        }
    }

    private static void IsInvalid(byte[] header)
    {
        Assert.Equal(ProxyHeaderStatus.Invalid, Read(header, out var source, out _));
        Assert.Null(source);
    }

    private static ProxyHeaderStatus Read(byte[] bytes, out IPAddress? source, out long rest)
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        var status = ProxyHeaderReader.TryRead(ref buffer, out source);
        rest = buffer.Length;
        return status;
    }

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
