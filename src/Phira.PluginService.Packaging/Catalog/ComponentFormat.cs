using System.Text;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>
/// Recognises what a file is by its first bytes and the lengths of its sections. The runtime would say less, and it accepts WebAssembly
/// text where only components belong.
/// </summary>
internal static class ComponentFormat
{
    private const int HeaderLength = 8;

    // A section: its number, and its length in up to five bytes.
    private const int SectionHeader = 6;
    private const int TextProbe = 512;

    /// <summary>Reads bytes at an offset into a buffer; returns how many there were.</summary>
    public delegate int ReadAt(long offset, Span<byte> buffer);

    private static ReadOnlySpan<byte> Magic => "\0asm"u8;

    private static ReadOnlySpan<byte> ComponentLayer => [0x0D, 0x00, 0x01, 0x00];

    private static ReadOnlySpan<byte> ModuleLayer => [0x01, 0x00, 0x00, 0x00];

    /// <summary>Checks bytes in memory.</summary>
    /// <returns>The first fault; null when none is found.</returns>
    public static Error? Check(ReadOnlyMemory<byte> bytes, string path) => Check(
        (offset, buffer) =>
        {
            var rest = bytes.Span[(int)Math.Min(offset, bytes.Length)..];
            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            return count;
        },
        bytes.Length,
        path);

    /// <summary>Checks bytes wherever they are.</summary>
    /// <returns>The first fault; null when none is found.</returns>
    public static Error? Check(ReadAt read, long length, string path)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        var count = read(0, header);
        header = header[..count];
        var location = new SourceLocation(path);
        if (!Magic.StartsWith(header[..Math.Min(count, Magic.Length)]))
        {
            return new Error(IsText(read) ? ComponentFileErrors.TextFormat : ComponentErrors.NotWebAssembly) { Location = location };
        }

        if (count < HeaderLength)
        {
            return Truncated(length, location);
        }

        var layer = header[Magic.Length..];
        if (layer.SequenceEqual(ModuleLayer))
        {
            return new Error(ComponentErrors.CoreModule) { Location = location };
        }

        if (!layer.SequenceEqual(ComponentLayer))
        {
            return new Error(ComponentFileErrors.UnknownEncoding, Hexadecimal(layer)) { Location = location };
        }

        return SectionsEnd(read, length) == length ? null : Truncated(length, location);
    }

    private static Error Truncated(long length, SourceLocation location) =>
        new(ComponentErrors.Truncated, $"{length}") { Location = location };

    private static string Hexadecimal(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace('-', ' ');

    /// <summary>Finds the end of the sections by their own lengths: beyond the file when it is cut off.</summary>
    private static long SectionsEnd(ReadAt read, long length)
    {
        Span<byte> header = stackalloc byte[SectionHeader];
        long offset = HeaderLength;
        while (offset < length)
        {
            var present = header[..read(offset, header)];
            if (SectionLength(present) is not { } section)
            {
                return long.MaxValue;
            }

            offset += section;
        }

        return offset;
    }

    /// <summary>The length of a section with its header; null when even the header is cut off.</summary>
    private static long? SectionLength(ReadOnlySpan<byte> header)
    {
        long length = 0;
        for (var i = 1; i < header.Length; i++)
        {
            length |= (long)(header[i] & 0x7F) << (7 * (i - 1));
            if ((header[i] & 0x80) == 0)
            {
                return length + i + 1;
            }
        }

        return null;
    }

    private static bool IsText(ReadAt read)
    {
        Span<byte> probe = stackalloc byte[TextProbe];
        var text = Encoding.UTF8.GetString(probe[..read(0, probe)]).TrimStart('\uFEFF');
        var line = text.Split('\n')
            .Select(part => part.Trim())
            .FirstOrDefault(part => part.Length > 0 && !part.StartsWith(";;", StringComparison.Ordinal));
        return line?.StartsWith('(') == true;
    }
}
