using System.Buffers.Binary;
using System.Text;

namespace Phira.PluginService.Protocol.Primitives;

/// <summary>Writes a payload into a span that is large enough for it.</summary>
internal ref struct WireWriter(Span<byte> destination) : IWireSink
{
    private readonly Span<byte> _destination = destination;

    public int Position { get; private set; }

    private readonly Span<byte> Rest => _destination[Position..];

    public void Byte(byte value) => _destination[Position++] = value;

    public void UInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(Rest, value);
        Position += sizeof(ushort);
    }

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Rest, value);
        Position += sizeof(uint);
    }

    public void UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Rest, value);
        Position += sizeof(ulong);
    }

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Rest, value);
        Position += sizeof(int);
    }

    public void Single(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(Rest, value);
        Position += sizeof(float);
    }

    public void Uleb(uint value) => Position += Primitives.Uleb.Write(Rest, value);

    public void Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Rest);
        Position += value.Length;
    }

    public void Text(string value)
    {
        Uleb((uint)Encoding.UTF8.GetByteCount(value));
        Position += Encoding.UTF8.GetBytes(value, Rest);
    }
}
