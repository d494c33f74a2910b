using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Sandbox.Binary;
using Phira.PluginService.Sandbox.Footprint;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>
/// Reads the names of imports and exports from a component's bytes. That takes microseconds, so a plugin that cannot work here is
/// told so before seconds are spent on compiling it. Whether the bytes are valid is for the compiler to say.
/// </summary>
internal ref struct ComponentReader
{
    private const byte CoreLayer = 0;

    private WasmReader _reader;

    private ComponentReader(ReadOnlySpan<byte> section) => _reader = new WasmReader(section);

    /// <summary>Reads the shape of a component.</summary>
    /// <returns>The shape, or why the bytes are no component.</returns>
    public static Result<ComponentShape> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < WasmSections.PreambleLength || !bytes.StartsWith("\0asm"u8))
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
            return ReadSections(bytes);
        }
        catch (WasmFormatException)
        {
            return new Error(ComponentErrors.Truncated, $"{bytes.Length}");
        }
    }

    private static ComponentShape ReadSections(ReadOnlySpan<byte> bytes)
    {
        var sections = new SectionReader(bytes);
        var imports = ImmutableArray.CreateBuilder<string>();
        var exports = ImmutableArray.CreateBuilder<string>();
        while (sections.TryRead())
        {
            var section = new ComponentReader(sections.Content);
            if (sections.Id == WasmSections.ComponentImport)
            {
                section.ReadImports(imports);
            }
            else if (sections.Id == WasmSections.ComponentExport)
            {
                section.ReadExports(exports);
            }
        }

        return new ComponentShape(imports.ToImmutable(), exports.ToImmutable()) { Footprint = FootprintReader.Read(bytes) };
    }

    private void ReadImports(ImmutableArray<string>.Builder imports)
    {
        for (var count = _reader.ReadNumber(); count > 0; count--)
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
        for (var count = _reader.ReadNumber(); count > 0; count--)
        {
            if (!TryReadName(out var name))
            {
                return;
            }

            exports.Add(name);
            if (_reader.ReadByte() == CoreLayer)
            {
                _reader.ReadByte();
            }

            _reader.ReadNumber();
            if (_reader.ReadByte() != 0 && !TrySkipDescription())
            {
                return;
            }
        }
    }

    // A form of a name or a description that is not known here ends the reading, not the loading: the compiler decides.
    private bool TryReadName(out string name)
    {
        var form = _reader.ReadByte();
        name = form <= 1 ? Encoding.UTF8.GetString(_reader.TakeBlock()) : "";
        return form <= 1;
    }

    private bool TrySkipDescription()
    {
        const byte Module = 0, Value = 2, Type = 3, LastKnown = 5;
        var kind = _reader.ReadByte();
        switch (kind)
        {
            case Module:
                _reader.ReadByte();
                _reader.ReadNumber();
                return true;
            case Value:
                return false;
            case Type:
                // An equal type names it; a new resource does not.
                if (_reader.ReadByte() == 0)
                {
                    _reader.ReadNumber();
                }

                return true;
            default:
                _reader.ReadNumber();
                return kind <= LastKnown;
        }
    }
}
