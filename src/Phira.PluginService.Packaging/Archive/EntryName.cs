using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>
/// Turns the bytes of an entry's name into text. Only UTF-8 is declared in an archive, by a flag or by a field of Info-ZIP. Every other name
/// is in the code page of the computer that packed it: here that is GBK, as Windows in Chinese writes it, or CP437, which decodes anything.
/// </summary>
internal static class EntryName
{
    private const ushort Utf8Flag = 0x800;
    private const ushort UnicodePathField = 0x7075;
    private const byte UnicodePathVersion = 1;
    private const int FieldHeaderLength = 4;
    private const int UnicodePathHeaderLength = 5;
    private const int GbkCodePage = 936;
    private const int OemCodePage = 437;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictGbk = CodePagesEncodingProvider.Instance.GetEncoding(
        GbkCodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Oem = CodePagesEncodingProvider.Instance.GetEncoding(OemCodePage)!;

    /// <summary>Decodes a name; null when it is declared as UTF-8 and is not.</summary>
    public static string? Decode(ReadOnlySpan<byte> name, ushort flags, ReadOnlySpan<byte> extra) => (flags & Utf8Flag) != 0
        ? Text(StrictUtf8, name)
        : Declared(name, extra) ?? Text(StrictUtf8, name) ?? Text(StrictGbk, name) ?? Oem.GetString(name);

    /// <summary>
    /// Whether an entry's own header and the directory say the same name. Some programs write the Unicode form into the directory only: then
    /// the bytes, which are the same, decide.
    /// </summary>
    public static bool Agree(ZipEntry entry, ushort localFlags, ReadOnlySpan<byte> localExtra)
    {
        var name = entry.RawName.Span;
        return Declared(name, localExtra) is null && ((localFlags ^ entry.Flags) & Utf8Flag) == 0
            || Decode(name, localFlags, localExtra) == entry.Name;
    }

    /// <summary>The name in the Unicode path field, when that was made for these very bytes: a program that renames entries may not know it.</summary>
    private static string? Declared(ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= FieldHeaderLength)
        {
            var field = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            extra = extra[FieldHeaderLength..];
            if (length > extra.Length)
            {
                return null;
            }

            var content = extra[..length];
            if (field == UnicodePathField
                && length > UnicodePathHeaderLength
                && content[0] == UnicodePathVersion
                && BinaryPrimitives.ReadUInt32LittleEndian(content[1..]) == Crc32.HashToUInt32(name))
            {
                return Text(StrictUtf8, content[UnicodePathHeaderLength..]);
            }

            extra = extra[length..];
        }

        return null;
    }

    private static string? Text(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
