using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.Protocol.Primitives;

/// <summary>
/// Writes primitives one after the other into memory that grows with them: first the caller's, then pooled arrays. <see cref="ToFrame"/> or
/// <see cref="ToArray"/> ends it, and gives the pooled array back.
/// </summary>
internal ref struct WireWriter(Span<byte> memory)
{
    /// <summary>As much memory on the stack as all but the longest commands need.</summary>
    public const int SmallSize = 256;

    private Span<byte> _memory = memory;
    private byte[]? _rented;
    private int _length;

    public void Byte(byte value) => Take(sizeof(byte))[0] = value;

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(sizeof(uint)), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    public void Single(float value) => BinaryPrimitives.WriteSingleLittleEndian(Take(sizeof(float)), value);

    /// <summary>Writes the low half first, each half little endian: the bytes of the textual form in reverse order.</summary>
    public void Uuid(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        UInt64(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        UInt64(BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }

    /// <summary>Writes a count or length.</summary>
    public void Uleb(uint value) => Primitives.Uleb.Write(Take(Primitives.Uleb.Size(value)), value);

    /// <summary>Writes bytes that are encoded already.</summary>
    public void Bytes(scoped ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Uleb((uint)length);
        Encoding.UTF8.GetBytes(value, Take(length));
    }

    /// <summary>The bytes that were written.</summary>
    public byte[] ToArray()
    {
        var bytes = _memory[.._length].ToArray();
        Return();
        return bytes;
    }

    /// <summary>The written bytes as a payload, with their length in front; null when they exceed what any receiver accepts.</summary>
    public byte[]? ToFrame()
    {
        byte[]? frame = null;
        if (_length <= ProtocolLimits.MaxPayload)
        {
            var prefix = Primitives.Uleb.Size((uint)_length);
            frame = GC.AllocateUninitializedArray<byte>(prefix + _length);
            Primitives.Uleb.Write(frame, (uint)_length);
            _memory[.._length].CopyTo(frame.AsSpan(prefix));
        }

        Return();
        return frame;
    }

    private Span<byte> Take(int length)
    {
        if (_memory.Length - _length < length)
        {
            Grow(length);
        }

        var taken = _memory.Slice(_length, length);
        _length += length;
        return taken;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_length + length, 2 * _memory.Length)));
        _memory[.._length].CopyTo(larger);
        Return();
        _memory = _rented = larger;
    }

    private void Return()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
        }
    }
}
