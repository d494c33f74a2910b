using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Engine.Compilation;

/// <summary>
/// Reads the names of imports and exports from a component's bytes. That takes microseconds, so a plugin that cannot work here is
/// told so before seconds are spent on compiling it. Whether the bytes are valid is for the compiler to say.
/// </summary>
internal ref struct ComponentReader
{
    private const int PreambleLength = 8;
    private const byte ImportSection = 10;
    private const byte ExportSection = 11;
    private const byte CoreLayer = 0;

    private ReadOnlySpan<byte> _rest;

    private ComponentReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Reads the shape of a component.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>The shape, or why the bytes are no component.</returns>
    public static Result<ComponentShape> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < PreambleLength || !bytes.StartsWith("\0asm"u8))
        {
            return new Error(ComponentErrors.NotWebAssembly);
        }

        // Version and layer are two 16-bit numbers; a core module is layer 0.
        if (bytes[6] == CoreLayer)
        {
            return new Error(ComponentErrors.CoreModule);
        }

        try
        {
            return new ComponentReader(bytes[PreambleLength..]).ReadSections();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            return new Error(ComponentErrors.Truncated, $"{bytes.Length}");
        }
    }

    private ComponentShape ReadSections()
    {
        var imports = ImmutableArray.CreateBuilder<string>();
        var exports = ImmutableArray.CreateBuilder<string>();
        while (!_rest.IsEmpty)
        {
            var id = ReadByte();
            var section = new ComponentReader(Take(ReadNumber()));
            if (id == ImportSection)
            {
                section.ReadImports(imports);
            }
            else if (id == ExportSection)
            {
                section.ReadExports(exports);
            }
        }

        return new ComponentShape(imports.ToImmutable(), exports.ToImmutable());
    }

    private void ReadImports(ImmutableArray<string>.Builder imports)
    {
        for (var count = ReadNumber(); count > 0; count--)
        {
            if (!TryReadName(out var name))
            {
                return;
            }

            imports.Add(name);
            if (!TrySkipDescription())
            {
                return;
            }
        }
    }

    private void ReadExports(ImmutableArray<string>.Builder exports)
    {
        for (var count = ReadNumber(); count > 0; count--)
        {
            if (!TryReadName(out var name))
            {
                return;
            }

            exports.Add(name);
            if (ReadByte() == CoreLayer)
            {
                ReadByte();
            }

            ReadNumber();
            if (ReadByte() != 0 && !TrySkipDescription())
            {
                return;
            }
        }
    }

    // A form of a name or a description that is not known here ends the reading, not the loading: the compiler decides.
    private bool TryReadName(out string name)
    {
        var form = ReadByte();
        name = form <= 1 ? Encoding.UTF8.GetString(Take(ReadNumber())) : "";
        return form <= 1;
    }

    private bool TrySkipDescription()
    {
        const byte Module = 0, Value = 2, Type = 3, LastKnown = 5;
        var kind = ReadByte();
        switch (kind)
        {
            case Module:
                ReadByte();
                ReadNumber();
                return true;
            case Value:
                return false;
            case Type:
                // An equal type names it; a new resource does not.
                if (ReadByte() == 0)
                {
                    ReadNumber();
                }

                return true;
            default:
                ReadNumber();
                return kind <= LastKnown;
        }
    }

    private byte ReadByte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private int ReadNumber()
    {
        const int BitsPerByte = 7, LongestNumber = 5;
        uint value = 0;
        for (var i = 0; i < LongestNumber; i++)
        {
            var b = ReadByte();
            value |= (uint)(b & 0x7f) << (i * BitsPerByte);
            if ((b & 0x80) == 0)
            {
                return checked((int)value);
            }
        }

        throw new OverflowException();
    }
}
