namespace Phira.PluginService.Testing.Archives;

/// <summary>Writes archives byte by byte, so that they can be wrong in every way.</summary>
public static class RawZip
{
    private const ushort MadeByUnix = 0x031E;

    public static byte[] Of(params RawEntry[] entries)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var offsets = new uint[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            offsets[i] = entries[i].PlaceOf is { } place ? offsets[place] : WriteLocal(writer, entries[i]);
        }

        var start = (uint)stream.Position;
        for (var i = 0; i < entries.Length; i++)
        {
            WriteCentral(writer, entries[i], offsets[i]);
        }

        WriteEnd(writer, (ushort)entries.Length, start, (uint)stream.Position - start);
        return stream.ToArray();
    }

    private static uint WriteLocal(BinaryWriter writer, RawEntry entry)
    {
        var offset = (uint)writer.BaseStream.Position;
        var name = entry.LocalName ?? entry.Name;
        writer.Write(0x04034b50u);
        writer.Write((ushort)20);
        WriteShared(writer, entry, entry.LocalFlags ?? entry.Flags);
        var extra = entry.LocalExtra ?? entry.Extra;
        writer.Write((ushort)name.Length);
        writer.Write((ushort)extra.Length);
        writer.Write(name);
        writer.Write(extra);
        writer.Write(entry.PackedBytes());
        return offset;
    }

    private static void WriteCentral(BinaryWriter writer, RawEntry entry, uint offset)
    {
        writer.Write(0x02014b50u);
        writer.Write(MadeByUnix);
        writer.Write((ushort)20);
        WriteShared(writer, entry, entry.Flags);
        writer.Write((ushort)entry.Name.Length);
        writer.Write((ushort)entry.Extra.Length);
        writer.Write((ushort)0);
        writer.Write(0u);
        writer.Write(entry.Attributes);
        writer.Write(offset);
        writer.Write(entry.Name);
        writer.Write(entry.Extra);
    }

    private static void WriteShared(BinaryWriter writer, RawEntry entry, ushort flags)
    {
        writer.Write(flags);
        writer.Write(entry.Method);
        writer.Write(0u);
        writer.Write(entry.Crc ?? entry.TrueCrc());
        writer.Write((uint)entry.PackedBytes().Length);
        writer.Write(entry.Claimed ?? (uint)entry.Content.Length);
    }

    private static void WriteEnd(BinaryWriter writer, ushort count, uint start, uint size)
    {
        writer.Write(0x06054b50u);
        writer.Write(0u);
        writer.Write(count);
        writer.Write(count);
        writer.Write(size);
        writer.Write(start);
        writer.Write((ushort)0);
    }
}
