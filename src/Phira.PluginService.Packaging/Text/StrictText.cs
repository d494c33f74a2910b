using System.Text;

namespace Phira.PluginService.Packaging.Text;

/// <summary>
/// Turns the bytes of a file that people write into text. UTF-8, and UTF-16 with a byte order mark, which is what PowerShell 5 and older editors
/// of Windows write unless they are told otherwise. Bytes that are neither are refused rather than replaced.
/// </summary>
internal static class StrictText
{
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <exception cref="DecoderFallbackException">It is text in neither encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in Marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return Decode(encoding, bytes[encoding.Preamble.Length..]);
            }
        }

        return Decode(Marked[0], bytes);
    }

    // UTF-16 without a mark and UTF-32 are valid UTF-8 as well, full of zeros.
    private static string Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        return text.Contains('\0', StringComparison.Ordinal) ? throw new DecoderFallbackException("The text holds zeros.") : text;
    }
}
