using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Phira.PluginService.GameServer.Net;

/// <summary>
/// Reads the header, version 1 or 2 of the PROXY protocol, with which a proxy begins a connection to tell where it comes
/// from. Strict: whatever the protocol does not write exactly so is refused.
/// </summary>
internal static class ProxyHeaderReader
{
    private const int TextMax = 107;
    private const int BinaryPrefix = 16;
    private const int BinaryMax = BinaryPrefix + 2_048;

    private static ReadOnlySpan<byte> TextSignature => "PROXY "u8;

    private static ReadOnlySpan<byte> BinarySignature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <param name="source">The address of the client; null when the header leaves it open, as in a proxy's own check of health.</param>
    public static ProxyHeaderStatus TryRead(ref ReadOnlySequence<byte> buffer, out IPAddress? source)
    {
        source = null;
        Span<byte> head = stackalloc byte[TextMax];
        head = head[..(int)Math.Min(buffer.Length, TextMax)];
        buffer.Slice(0, head.Length).CopyTo(head);
        if (BeginsLike(head, TextSignature))
        {
            return TryReadText(ref buffer, head, out source);
        }

        return BeginsLike(head, BinarySignature) ? TryReadBinary(ref buffer, head, out source) : ProxyHeaderStatus.None;
    }

    private static bool BeginsLike(ReadOnlySpan<byte> head, ReadOnlySpan<byte> signature)
    {
        var length = Math.Min(head.Length, signature.Length);
        return head[..length].SequenceEqual(signature[..length]);
    }

    private static ProxyHeaderStatus TryReadText(ref ReadOnlySequence<byte> buffer, ReadOnlySpan<byte> head, out IPAddress? source)
    {
        source = null;
        var end = head.IndexOf("\r\n"u8);
        if (end < 0)
        {
            return head.Length < TextMax ? ProxyHeaderStatus.NeedMore : ProxyHeaderStatus.Invalid;
        }

        var parts = Encoding.Latin1.GetString(head[..end]).Split(' ');
        var valid = parts[1] switch
        {
            "UNKNOWN" => true,
            "TCP4" => parts.Length == 6 && TryReadEnds(parts, AddressFamily.InterNetwork, out source),
            "TCP6" => parts.Length == 6 && TryReadEnds(parts, AddressFamily.InterNetworkV6, out source),
            _ => false,
        };
        if (!valid)
        {
            source = null;
            return ProxyHeaderStatus.Invalid;
        }

        buffer = buffer.Slice(end + 2);
        return ProxyHeaderStatus.Header;
    }

    private static bool TryReadEnds(string[] parts, AddressFamily family, out IPAddress? source) =>
        TryReadAddress(parts[2], family, out source)
        && TryReadAddress(parts[3], family, out _)
        && IsPort(parts[4])
        && IsPort(parts[5]);

    private static bool TryReadAddress(string text, AddressFamily family, out IPAddress? address)
    {
        // The framework also reads addresses such as "1", "0x7f.1" and "[::1%2]:80".
        var plain = text.All(c => char.IsAsciiHexDigit(c) || c is '.' or ':');
        return IPAddress.TryParse(text, out address)
            && plain
            && address.AddressFamily == family
            && (family == AddressFamily.InterNetworkV6 || address.ToString() == text);
    }

    private static bool IsPort(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port.ToString(CultureInfo.InvariantCulture) == text;

    private static ProxyHeaderStatus TryReadBinary(ref ReadOnlySequence<byte> buffer, ReadOnlySpan<byte> head, out IPAddress? source)
    {
        const byte Local = 0x20, Proxied = 0x21, Unspecified = 0x00, Tcp4 = 0x11, Tcp6 = 0x21;
        source = null;
        if (head.Length < BinaryPrefix)
        {
            return ProxyHeaderStatus.NeedMore;
        }

        var (command, family) = (head[12], head[13]);
        var whole = BinaryPrefix + BinaryPrimitives.ReadUInt16BigEndian(head[14..]);
        var addresses = (command, family) switch
        {
            (Local, _) or (Proxied, Unspecified) => 0,
            (Proxied, Tcp4) => 12,
            (Proxied, Tcp6) => 36,
            _ => int.MaxValue,
        };
        if (whole > BinaryMax || addresses > whole - BinaryPrefix)
        {
            return ProxyHeaderStatus.Invalid;
        }

        if (buffer.Length < whole)
        {
            return ProxyHeaderStatus.NeedMore;
        }

        source = addresses switch
        {
            12 => new IPAddress(head.Slice(BinaryPrefix, 4)),
            36 => new IPAddress(head.Slice(BinaryPrefix, 16)),
            _ => null,
        };
        buffer = buffer.Slice(whole);
        return ProxyHeaderStatus.Header;
    }
}
