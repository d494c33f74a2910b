using System.Text;

namespace Phira.PluginService.Plugins.Manifest;

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
                return encoding.GetString(bytes[encoding.Preamble.Length..]);
            }
        }

        return Marked[0].GetString(bytes);
    }
}
