using System.Text;

namespace Phira.PluginService.Protocol.Primitives;

/// <summary>Counts the bytes of a payload.</summary>
internal struct WireCounter : IWireSink
{
    public long Length { get; private set; }

    public void Byte(byte value) => Length++;

    public void UInt16(ushort value) => Length += sizeof(ushort);

    public void UInt32(uint value) => Length += sizeof(uint);

    public void UInt64(ulong value) => Length += sizeof(ulong);

    public void Int32(int value) => Length += sizeof(int);

    public void Single(float value) => Length += sizeof(float);

    public void Uleb(uint value) => Length += Primitives.Uleb.Size(value);

    public void Bytes(ReadOnlySpan<byte> value) => Length += value.Length;

    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        Length += Primitives.Uleb.Size((uint)bytes) + bytes;
    }
}
