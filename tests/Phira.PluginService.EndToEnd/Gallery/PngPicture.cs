using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>Reads a PNG of 256 colours, and refuses one with a wrong checksum.</summary>
internal sealed class PngPicture
{
    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1a, (byte)'\n'];

    private readonly Dictionary<string, byte[]> _chunks = [];
    private readonly byte[] _rows;

    public PngPicture(byte[] bytes)
    {
        Assert.Equal(Signature, bytes[..8]);
        for (var at = 8; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var checksum = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + length));
            Assert.Equal(checksum, Crc32.HashToUInt32(bytes.AsSpan(at + 4, length + 4)));
            _chunks.Add(Encoding.ASCII.GetString(bytes, at + 4, 4), bytes[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }

        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], _chunks.Keys);
        Width = BinaryPrimitives.ReadInt32BigEndian(_chunks["IHDR"]);
        Height = BinaryPrimitives.ReadInt32BigEndian(_chunks["IHDR"].AsSpan(4));

        // It checks the sum of the data at its end.
        using var inflating = new ZLibStream(new MemoryStream(_chunks["IDAT"]), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        inflating.CopyTo(rows);
        _rows = rows.ToArray();
        Assert.Equal((Width + 1) * Height, _rows.Length);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Returns the heat of a pixel, 0 to 255.</summary>
    public int HeatAt(int x, int y) => _rows[(y * (Width + 1)) + 1 + x];
}
