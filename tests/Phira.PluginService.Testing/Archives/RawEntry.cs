using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Phira.PluginService.Testing.Archives;

/// <summary>An entry of an archive, each field of which can be made to lie.</summary>
public sealed record RawEntry(byte[] Name, byte[] Content)
{
    public RawEntry(string name, string content = "")
        : this(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(content))
    {
    }

    public RawEntry(string name, byte[] content)
        : this(Encoding.UTF8.GetBytes(name), content)
    {
    }

    /// <summary>The bytes in the archive; deflated content unless set.</summary>
    public byte[]? Packed { get; init; }

    public ushort Method { get; init; } = 8;

    public ushort Flags { get; init; } = 0x800;

    public uint Attributes { get; init; }

    /// <summary>The size that it claims to unpack to; the true one unless set.</summary>
    public uint? Claimed { get; init; }

    public uint? Crc { get; init; }

    /// <summary>The name in its own header; the same unless set.</summary>
    public byte[]? LocalName { get; init; }

    /// <summary>The extra fields in the directory.</summary>
    public byte[] Extra { get; init; } = [];

    /// <summary>The extra fields in its own header; the same unless set.</summary>
    public byte[]? LocalExtra { get; init; }

    /// <summary>The flags in its own header; the same unless set.</summary>
    public ushort? LocalFlags { get; init; }

    /// <summary>The index of an entry whose place in the archive it shares.</summary>
    public int? PlaceOf { get; init; }

    /// <summary>Unix file mode.</summary>
    public RawEntry WithMode(uint mode) => this with { Attributes = mode << 16 };

    public byte[] PackedBytes() => Packed ?? (Method == 0 ? Content : Deflate(Content));

    public uint TrueCrc() => Crc32.HashToUInt32(Content);

    private static byte[] Deflate(byte[] content)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }
}
