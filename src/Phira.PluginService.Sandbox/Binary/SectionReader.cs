namespace Phira.PluginService.Sandbox.Binary;

/// <summary>Reads the sections of a core module or a component, one level deep.</summary>
internal ref struct SectionReader
{
    private WasmReader _reader;

    /// <summary>Begins to read.</summary>
    /// <exception cref="WasmFormatException">There is no preamble.</exception>
    public SectionReader(ReadOnlySpan<byte> bytes)
    {
        _reader = new WasmReader(bytes);
        _reader.Skip(WasmSections.PreambleLength);
        IsModule = bytes[6] == 0;
    }

    /// <summary>Whether the bytes are a core module, as opposed to a component.</summary>
    public bool IsModule { get; }

    /// <summary>Number of the section read last.</summary>
    public byte Id { get; private set; }

    /// <summary>Offset of the content of the section read last.</summary>
    public int Start { get; private set; }

    /// <summary>Content of the section read last.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Whether the section read last holds a core module or another component.</summary>
    public readonly bool HoldsPart => !IsModule && Id is WasmSections.ComponentModule or WasmSections.ComponentNested;

    /// <summary>Reads the next section.</summary>
    /// <exception cref="WasmFormatException">The section is cut off.</exception>
    public bool TryRead()
    {
        if (_reader.IsAtEnd)
        {
            return false;
        }

        Id = _reader.ReadByte();
        var length = _reader.ReadNumber();
        Start = _reader.Position;
        Content = _reader.Take(length);
        return true;
    }
}
