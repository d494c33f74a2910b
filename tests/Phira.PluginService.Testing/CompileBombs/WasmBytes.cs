namespace Phira.PluginService.Testing.CompileBombs;

/// <summary>Writes the primitives of the WebAssembly binary format.</summary>
internal sealed class WasmBytes
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public WasmBytes Add(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Writes an unsigned number, or a signed one that is not negative and small.</summary>
    public WasmBytes Number(long number)
    {
        while (number > 0x7f)
        {
            _bytes.Add((byte)((number & 0x7f) | 0x80));
            number >>= 7;
        }

        _bytes.Add((byte)number);
        return this;
    }

    /// <summary>Writes a signed number.</summary>
    public WasmBytes Signed(int number)
    {
        while (number is < -64 or > 63)
        {
            _bytes.Add((byte)((number & 0x7f) | 0x80));
            number >>= 7;
        }

        _bytes.Add((byte)(number & 0x7f));
        return this;
    }

    public WasmBytes Name(string text) => Number(text.Length).Add(System.Text.Encoding.ASCII.GetBytes(text));

    /// <summary>Writes something with its length in front.</summary>
    public WasmBytes Sized(WasmBytes content)
    {
        Number(content.Length)._bytes.AddRange(content._bytes);
        return this;
    }

    public WasmBytes Section(byte id, WasmBytes content) => Add(id).Sized(content);

    public WasmBytes Repeat(int count, Action<WasmBytes, int> write)
    {
        for (var i = 0; i < count; i++)
        {
            write(this, i);
        }

        return this;
    }

    public byte[] ToArray() => [.. _bytes];
}
