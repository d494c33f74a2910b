using System.Collections.Immutable;
using Phira.PluginService.Sandbox.Binary;

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>Host memory that one instance of a core module holds besides its linear memories.</summary>
/// <param name="GrowsTables">Whether the code may hold an instruction that grows a table.</param>
internal sealed record ModuleFootprint(long InstanceBytes, ImmutableArray<TableSize> Tables, bool GrowsTables)
{
    // What the engine keeps for each, rounded up: the state of an instance lies in one block whose fields have these sizes.
    private const long BytesPerInstance = 1024;
    private const long BytesPerImport = 32;
    private const long BytesPerFunctionReference = 32;
    private const long BytesPerGlobal = 16;
    private const long BytesPerMemoryOrTable = 64;
    private const long BytesPerSegmentOrTag = 16;

    // Numbers of sections.
    private const byte ImportSection = 2;
    private const byte FunctionSection = 3;
    private const byte TableSection = 4;
    private const byte MemorySection = 5;
    private const byte GlobalSection = 6;
    private const byte ExportSection = 7;
    private const byte ElementSection = 9;
    private const byte CodeSection = 10;
    private const byte DataSection = 11;
    private const byte TagSection = 13;

    // The engine accepts a hundred.
    private const int MaximumTables = 10_000;

    private const byte TypedTable = 0x40;
    private const byte NullableReference = 0x63;
    private const byte Reference = 0x64;

    /// <summary>Reads a core module.</summary>
    /// <exception cref="WasmFormatException">It cannot be read.</exception>
    public static ModuleFootprint Read(ReadOnlySpan<byte> bytes)
    {
        ImmutableArray<TableSize> tables = [];
        long functions = 0, references = 1, rest = BytesPerInstance;
        var grows = false;
        var sections = new SectionReader(bytes);
        while (sections.TryRead())
        {
            var content = new WasmReader(sections.Content);
            switch (sections.Id)
            {
                case ImportSection:
                    var imports = content.ReadNumber();
                    functions += imports;
                    rest += imports * BytesPerImport;
                    break;
                case FunctionSection:
                    functions += content.ReadNumber();
                    break;
                case TableSection:
                    tables = ReadTables(ref content);
                    rest += tables.Length * BytesPerMemoryOrTable;
                    break;
                case MemorySection:
                    rest += content.ReadNumber() * BytesPerMemoryOrTable;
                    break;
                case GlobalSection:
                    var globals = content.ReadNumber();
                    references += globals;
                    rest += globals * BytesPerGlobal;
                    break;
                case ExportSection:
                    references += content.ReadNumber();
                    break;
                case ElementSection:
                    // An entry takes a byte at least, so there are no more entries than bytes.
                    references += sections.Content.Length;
                    rest += content.ReadNumber() * BytesPerSegmentOrTag;
                    break;
                case DataSection or TagSection:
                    rest += content.ReadNumber() * BytesPerSegmentOrTag;
                    break;
                case CodeSection:
                    grows = MayGrowTables(sections.Content);
                    break;
            }
        }

        return new ModuleFootprint(rest + (Math.Min(functions, references) * BytesPerFunctionReference), tables, grows);
    }

    /// <summary>Looks for the bytes of <c>table.grow</c>. They may also be part of something else; without them there is none.</summary>
    private static bool MayGrowTables(ReadOnlySpan<byte> code)
    {
        const byte Prefix = 0xfc, Grow = 0x0f, GrowPadded = 0x8f;
        for (var at = code.IndexOf(Prefix); at >= 0 && at + 1 < code.Length;)
        {
            if (code[at + 1] is Grow or GrowPadded)
            {
                return true;
            }

            var next = code[(at + 1)..].IndexOf(Prefix);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static ImmutableArray<TableSize> ReadTables(ref WasmReader content)
    {
        var tables = ImmutableArray.CreateBuilder<TableSize>();
        var count = content.ReadNumber();
        if (count > MaximumTables)
        {
            throw new WasmFormatException();
        }

        for (; count > 0; count--)
        {
            var type = content.ReadByte();
            var isInitialised = type == TypedTable;
            if (isInitialised)
            {
                content.ReadByte();
                type = content.ReadByte();
            }

            if (type is NullableReference or Reference)
            {
                content.SkipNumber();
            }

            tables.Add(ReadSize(ref content));
            if (isInitialised)
            {
                ConstantExpression.Skip(ref content);
            }
        }

        return tables.ToImmutable();
    }

    private static TableSize ReadSize(ref WasmReader content)
    {
        const byte HasMaximum = 1;
        var flags = content.ReadByte();
        if (flags > HasMaximum)
        {
            throw new WasmFormatException();
        }

        var minimum = ReadUnsigned(ref content);
        return new TableSize(minimum, flags == HasMaximum ? ReadUnsigned(ref content) : uint.MaxValue);
    }

    private static uint ReadUnsigned(ref WasmReader content)
    {
        const int PayloadBits = 7, Bits = 35;
        ulong value = 0;
        for (var shift = 0; shift < Bits; shift += PayloadBits)
        {
            var b = content.ReadByte();
            value |= (ulong)(b & 0x7f) << shift;
            if ((b & 0x80) == 0)
            {
                return value <= uint.MaxValue ? (uint)value : throw new WasmFormatException();
            }
        }

        throw new WasmFormatException();
    }
}
