using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Phira.PluginService.Protocol.Primitives;

/// <summary>
/// Reads primitives off a payload. The first failure sticks: every later read yields a default value without moving, so a
/// command is read straight through and <see cref="Error"/> is looked at once. Loops look at it each time round.
/// </summary>
internal ref struct WireReader(ReadOnlyMemory<byte> payload)
{
    // As many bytes of UTF-8 as become characters on the stack. The texts of clients have at most 200.
    private const int SmallText = 256;

    private readonly ReadOnlyMemory<byte> _payload = payload;
    private ReadOnlySpan<byte> _rest = payload.Span;

    public DecodeError Error { get; private set; }

    /// <summary>The number of bytes that were read.</summary>
    public readonly int Position => _payload.Length - _rest.Length;

    public readonly bool Failed => Error != DecodeError.None;

    /// <summary>The bytes that were read since a position.</summary>
    public readonly ReadOnlyMemory<byte> Since(int position) => _payload[position..Position];

    public void Skip(int length) => Take(length);

    public void Fail(DecodeError error)
    {
        if (!Failed)
        {
            Error = error;
        }
    }

    public byte Byte() => Take(1) is { Length: 1 } bytes ? bytes[0] : default;

    /// <summary>Only the byte 1 is true.</summary>
    public bool Bool() => Byte() == 1;

    public sbyte SByte() => unchecked((sbyte)Byte());

    public ushort UInt16() => Take(sizeof(ushort)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : default;

    public uint UInt32() => Take(sizeof(uint)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : default;

    public ulong UInt64() => Take(sizeof(ulong)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : default;

    public int Int32() => Take(sizeof(int)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : default;

    public long Int64() => Take(sizeof(long)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : default;

    public float Single() => Take(sizeof(float)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadSingleLittleEndian(bytes) : default;

    public Guid Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], UInt64());
        BinaryPrimitives.WriteUInt64BigEndian(bytes, UInt64());
        return Failed ? default : new Guid(bytes, bigEndian: true);
    }

    public ulong Uleb()
    {
        var value = 0UL;
        for (var index = 0; index < Primitives.Uleb.MaxBytes; index++)
        {
            var next = Byte();
            if (Failed)
            {
                return 0;
            }

            value |= (ulong)(next & 0x7f) << (7 * index);
            if (next < 0x80)
            {
                return value;
            }
        }

        Fail(DecodeError.NumberTooLong);
        return 0;
    }

    /// <summary>Reads the number of elements of a list and proves that they can be there before anybody makes room for them.</summary>
    /// <param name="smallestElement">The fewest bytes an element can have.</param>
    public int Count(int smallestElement, int limit)
    {
        var count = Uleb();
        if (count > (ulong)(_rest.Length / smallestElement))
        {
            Fail(DecodeError.Truncated);
        }
        else if (count > (ulong)limit)
        {
            Fail(DecodeError.TooManyElements);
        }

        return Failed ? 0 : (int)count;
    }

    /// <summary>Reads a text; malformed UTF-8 becomes U+FFFD, and the limit is on the bytes before that.</summary>
    /// <param name="maxBytes">The most bytes the field allows.</param>
    public string Text(int maxBytes = int.MaxValue)
    {
        var bytes = TextBytes(maxBytes);
        if (bytes.Length > SmallText)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        // A decoder of Encoding would allocate, besides the text, whatever it replaces malformed bytes with.
        Span<char> characters = stackalloc char[SmallText];
        Utf8.ToUtf16(bytes, characters, out _, out var written, replaceInvalidSequences: true);
        return new string(characters[..written]);
    }

    /// <summary>Reads a text without decoding it.</summary>
    public ReadOnlySpan<byte> TextBytes(int maxBytes)
    {
        var length = Uleb();
        if (length > (ulong)maxBytes)
        {
            Fail(DecodeError.TextTooLong);
        }
        else if (length > (ulong)_rest.Length)
        {
            Fail(DecodeError.Truncated);
        }

        return Failed ? default : Take((int)length);
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (_rest.Length < length)
        {
            Fail(DecodeError.Truncated);
        }

        if (Failed)
        {
            return default;
        }

        var bytes = _rest[..length];
        _rest = _rest[length..];
        return bytes;
    }
}
