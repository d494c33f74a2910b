namespace Phira.PluginService.Sandbox.Binary;

/// <summary>Reads the primitives of the WebAssembly binary format. Throws <see cref="WasmFormatException"/> when the bytes end too soon.</summary>
internal ref struct WasmReader
{
    private const int PayloadBits = 7;
    private const byte PayloadMask = 0x7f;
    private const byte More = 0x80;
    private const int LongestNumber = 5;
    private const int LongestLongNumber = 10;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    public WasmReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public readonly bool IsAtEnd => _position >= _bytes.Length;

    public readonly int Position => _position;

    public byte ReadByte() => _position < _bytes.Length ? _bytes[_position++] : throw new WasmFormatException();

    /// <summary>Reads an unsigned number of up to 32 bits that must fit into an <see cref="int"/>: a length, a count or an index.</summary>
    public int ReadNumber()
    {
        uint value = 0;
        for (var i = 0; i < LongestNumber; i++)
        {
            var b = ReadByte();
            value |= (uint)(b & PayloadMask) << (i * PayloadBits);
            if ((b & More) == 0)
            {
                return value <= int.MaxValue ? (int)value : throw new WasmFormatException();
            }
        }

        throw new WasmFormatException();
    }

    /// <summary>Skips a number of any kind and length.</summary>
    public void SkipNumber()
    {
        for (var i = 0; i < LongestLongNumber; i++)
        {
            if ((ReadByte() & More) == 0)
            {
                return;
            }
        }

        throw new WasmFormatException();
    }

    public void SkipNumbers(int count)
    {
        for (; count > 0; count--)
        {
            SkipNumber();
        }
    }

    public void Skip(int length) => _ = Take(length);

    /// <summary>Takes bytes that have their number in front: a name, a section or a function.</summary>
    public ReadOnlySpan<byte> TakeBlock() => Take(ReadNumber());

    public ReadOnlySpan<byte> TakeRest() => Take(_bytes.Length - _position);

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length > _bytes.Length - _position)
        {
            throw new WasmFormatException();
        }

        var taken = _bytes.Slice(_position, length);
        _position += length;
        return taken;
    }
}
