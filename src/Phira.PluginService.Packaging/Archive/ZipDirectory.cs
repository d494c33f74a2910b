using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>
/// Reads what an archive says about its entries, and where they lie. The class library tells neither the place of an entry nor what its
/// own header says, so that entries that share their bytes, or are called one thing here and another there, would go unseen. One reader
/// for checking and unpacking cannot disagree with itself.
/// </summary>
internal sealed class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;
    private const int EndLength = 22;
    private const int CentralLength = 46;
    private const int LocalLength = 30;
    private const int ShownLength = 200;
    private const ushort EncryptionFlag = 1;

    private readonly SafeFileHandle _file;
    private readonly long _length;

    private ZipDirectory(SafeFileHandle file, long length) => (_file, _length) = (file, length);

    /// <summary>Reads the directory of an archive.</summary>
    /// <param name="problems">Takes what is wrong with single entries; those are left out of the answer.</param>
    /// <returns>The entries in the order of the directory, or why there is no directory that can be read.</returns>
    public static Result<List<ZipEntry>> Read(SafeFileHandle file, long length, int maximumEntries, List<Error> problems)
    {
        var directory = new ZipDirectory(file, length);
        var end = directory.FindEnd();
        if (end is null)
        {
            return ArchiveReasons.NotAnArchive(ArchiveReasons.NoEnd);
        }

        var (reason, count, offset, size) = ReadEnd(end.Value.Bytes, end.Value.Offset);
        if (reason is not null)
        {
            return ArchiveReasons.NotAnArchive(reason);
        }

        if (count > maximumEntries)
        {
            return new Error(PackageErrors.TooManyEntries, $"{count}", $"{maximumEntries}");
        }

        var bytes = new byte[size];
        var entries = directory.Fill(bytes, offset) == size ? ReadEntries(bytes, count) : null;
        return entries is null
            ? ArchiveReasons.NotAnArchive(ArchiveReasons.DirectoryDamaged)
            : directory.Locate(entries, offset, problems);
    }

    private static (LocalizedText? Reason, int Count, long Offset, int Size) ReadEnd(byte[] end, long endOffset)
    {
        var span = end.AsSpan();
        var (disk, first) = (Short(span[4..]), Short(span[6..]));
        var (here, count) = (Short(span[8..]), Short(span[10..]));
        var (size, offset) = (Long(span[12..]), Long(span[16..]));
        if (count == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue)
        {
            return (ArchiveReasons.LargeForm, 0, 0, 0);
        }

        if (disk != 0 || first != 0 || here != count)
        {
            return (ArchiveReasons.SeveralParts, 0, 0, 0);
        }

        // The directory must lie exactly before its end: bytes in between are read by one tool and skipped by another.
        return (long)offset + size == endOffset && size <= int.MaxValue
            ? (null, count, offset, (int)size)
            : (ArchiveReasons.DirectoryDamaged, 0, 0, 0);
    }

    private static List<ZipEntry>? ReadEntries(byte[] bytes, int count)
    {
        var entries = new List<ZipEntry>(count);
        var rest = bytes.AsMemory();
        for (var i = 0; i < count; i++)
        {
            if (rest.Length < CentralLength || Long(rest.Span) != CentralSignature)
            {
                return null;
            }

            var span = rest.Span;
            var nameLength = Short(span[28..]);
            var extraLength = Short(span[30..]);
            var length = CentralLength + nameLength + extraLength + Short(span[32..]);
            if (rest.Length < length)
            {
                return null;
            }

            entries.Add(ReadEntry(rest.Slice(CentralLength, nameLength), span, span.Slice(CentralLength + nameLength, extraLength)));
            rest = rest[length..];
        }

        return rest.IsEmpty ? entries : null;
    }

    private static ZipEntry ReadEntry(ReadOnlyMemory<byte> rawName, ReadOnlySpan<byte> header, ReadOnlySpan<byte> extra)
    {
        var name = EntryName.Decode(rawName.Span, Short(header[8..]), extra);
        return new ZipEntry(name, Show(name ?? Encoding.Latin1.GetString(rawName.Span)))
        {
            RawName = rawName,
            Flags = Short(header[8..]),
            Method = Short(header[10..]),
            Crc = Long(header[16..]),
            PackedBytes = Long(header[20..]),
            Bytes = Long(header[24..]),
            Attributes = Long(header[38..]),
            HeaderOffset = Long(header[42..]),
        };
    }

    private static string Show(string name)
    {
        var shown = new StringBuilder();
        foreach (var rune in name.EnumerateRunes().Take(ShownLength))
        {
            shown.Append(EntryPath.IsInvisible(rune) ? $"\\u{{{rune.Value:x}}}" : rune.ToString());
        }

        return shown.ToString();
    }

    private static ushort Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private (long Offset, byte[] Bytes)? FindEnd()
    {
        var tail = new byte[(int)Math.Min(_length, EndLength + ushort.MaxValue)];
        var start = _length - tail.Length;
        if (Fill(tail, start) != tail.Length)
        {
            return null;
        }

        for (var i = tail.Length - EndLength; i >= 0; i--)
        {
            // The comment must reach to the very end, so that no second end can hide in it.
            if (Long(tail.AsSpan(i)) == EndSignature && i + EndLength + Short(tail.AsSpan(i + 20)) == tail.Length)
            {
                return (start + i, tail[i..]);
            }
        }

        return null;
    }

    private List<ZipEntry> Locate(List<ZipEntry> entries, long directoryOffset, List<Error> problems)
    {
        var located = entries.Select(entry => Locate(entry, directoryOffset)).ToList();
        var overlapping = Overlapping(located.Where(item => item.Reason is null).Select(item => item.Entry));
        var sound = new List<ZipEntry>(entries.Count);
        foreach (var (entry, reason) in located)
        {
            if ((reason ?? (overlapping.Contains(entry.HeaderOffset) ? ArchiveReasons.Overlaps : null)) is { } problem)
            {
                problems.Add(ArchiveReasons.OfEntry(PackageErrors.DamagedEntry, entry.Shown, problem));
            }
            else
            {
                sound.Add(entry);
            }
        }

        return sound;
    }

    private (ZipEntry Entry, LocalizedText? Reason) Locate(ZipEntry entry, long directoryOffset)
    {
        var header = new byte[LocalLength + entry.RawName.Length];
        if (Fill(header, entry.HeaderOffset) != header.Length || Long(header) != LocalSignature)
        {
            return (entry, ArchiveReasons.HeaderMissing);
        }

        var extra = new byte[Short(header.AsSpan(28))];
        var extraOffset = entry.HeaderOffset + header.Length;
        var flags = Short(header.AsSpan(6));
        var agrees = Short(header.AsSpan(26)) == entry.RawName.Length
            && header.AsSpan(LocalLength).SequenceEqual(entry.RawName.Span)
            && Short(header.AsSpan(8)) == entry.Method
            && (flags & EncryptionFlag) == (entry.Flags & EncryptionFlag)
            && Fill(extra, extraOffset) == extra.Length
            && EntryName.Agree(entry, flags, extra);
        var dataOffset = extraOffset + extra.Length;
        return agrees && dataOffset + entry.PackedBytes <= directoryOffset
            ? (entry with { DataOffset = dataOffset }, null)
            : (entry, ArchiveReasons.HeaderDiffers);
    }

    /// <summary>Offsets of the entries that begin before another one has ended.</summary>
    private static HashSet<long> Overlapping(IEnumerable<ZipEntry> entries)
    {
        var found = new HashSet<long>();
        ZipEntry? last = null;
        foreach (var entry in entries.OrderBy(entry => entry.HeaderOffset))
        {
            if (last is not null && entry.HeaderOffset < last.DataOffset + last.PackedBytes)
            {
                found.Add(last.HeaderOffset);
                found.Add(entry.HeaderOffset);
            }

            last = last is null || entry.DataOffset + entry.PackedBytes > last.DataOffset + last.PackedBytes ? entry : last;
        }

        return found;
    }

    private int Fill(Span<byte> buffer, long offset)
    {
        var count = 0;
        while (count < buffer.Length && RandomAccess.Read(_file, buffer[count..], offset + count) is var read and > 0)
        {
            count += read;
        }

        return count;
    }
}
