using System.Buffers;

namespace Phira.PluginService.Sandbox.Binary;

/// <summary>
/// A component without its code: every function only traps, and no memory or table is filled. It imports and exports the same and has the
/// same types, and there is next to nothing to compile.
/// </summary>
internal static class ComponentOutline
{
    /// <summary>Greatest depth of nested components that are read; deeper ones are left as they are.</summary>
    public const int MaximumDepth = 50;

    private const int LongestNumber = 5;

    // With its length in front: no locals, unreachable, end.
    private static readonly byte[] Trap = [3, 0x00, 0x00, 0x0b];

    /// <summary>The outline of a component.</summary>
    /// <param name="component">The bytes. What is malformed is left as it is.</param>
    public static byte[] Of(ReadOnlySpan<byte> component)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(component, output, depth: 0);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Finds the core modules of a component, nested ones included.</summary>
    public static List<Range> ModulesOf(ReadOnlySpan<byte> component)
    {
        var modules = new List<Range>();
        AddModules(component, 0, modules, depth: 0);
        return modules;
    }

    private static void AddModules(ReadOnlySpan<byte> part, int start, List<Range> modules, int depth)
    {
        try
        {
            var sections = new SectionReader(part);
            while (depth <= MaximumDepth && sections.TryRead())
            {
                if (!sections.HoldsPart)
                {
                    continue;
                }

                var at = start + sections.Start;
                if (sections.Id == WasmSections.ComponentModule)
                {
                    modules.Add(at..(at + sections.Content.Length));
                }
                else
                {
                    AddModules(sections.Content, at, modules, depth + 1);
                }
            }
        }
        catch (WasmFormatException)
        {
            // The validator says where.
        }
    }

    private static void Write(ReadOnlySpan<byte> part, ArrayBufferWriter<byte> output, int depth)
    {
        var end = 0;
        try
        {
            var sections = new SectionReader(part);
            output.Write(part[..WasmSections.PreambleLength]);
            end = WasmSections.PreambleLength;
            while (depth <= MaximumDepth && sections.TryRead())
            {
                WriteSection(sections, output, depth);
                end = sections.Start + sections.Content.Length;
            }
        }
        catch (WasmFormatException)
        {
            // The validator says where.
        }

        output.Write(part[end..]);
    }

    private static void WriteSection(SectionReader section, ArrayBufferWriter<byte> output, int depth)
    {
        if (section.Id == WasmSections.Custom || (section.IsModule && IsFilling(section.Id)))
        {
            return;
        }

        var content = section.Content;
        if (section.HoldsPart)
        {
            var inner = new ArrayBufferWriter<byte>();
            Write(content, inner, depth + 1);
            content = inner.WrittenSpan;
        }
        else if (section is { IsModule: true, Id: WasmSections.ModuleCode })
        {
            content = TrapsFor(content);
        }

        output.Write([section.Id]);
        WriteNumber(output, content.Length);
        output.Write(content);
    }

    private static bool IsFilling(byte section) =>
        section is WasmSections.ModuleElements or WasmSections.ModuleData or WasmSections.ModuleDataCount;

    private static ReadOnlySpan<byte> TrapsFor(ReadOnlySpan<byte> code)
    {
        // A count beyond the bytes there are is malformed, and must not be believed.
        var count = new WasmReader(code).ReadNumber();
        if (count > code.Length)
        {
            throw new WasmFormatException();
        }

        var output = new ArrayBufferWriter<byte>();
        WriteNumber(output, count);
        for (; count > 0; count--)
        {
            output.Write(Trap);
        }

        return output.WrittenSpan;
    }

    private static void WriteNumber(ArrayBufferWriter<byte> output, int number)
    {
        const int PayloadBits = 7;
        const byte PayloadMask = 0x7f, More = 0x80;
        var bytes = output.GetSpan(LongestNumber);
        var length = 0;
        var rest = (uint)number;
        do
        {
            bytes[length++] = (byte)((rest & PayloadMask) | (rest > PayloadMask ? More : 0u));
            rest >>= PayloadBits;
        }
        while (rest > 0);
        output.Advance(length);
    }
}
