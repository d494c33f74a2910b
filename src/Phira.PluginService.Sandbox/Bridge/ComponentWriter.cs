using System.Buffers;
using System.Text;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>Writes sections of a component in the binary format.</summary>
internal sealed class ComponentWriter
{
    private const byte OfInstance = 0;
    private const byte Instantiated = 0;
    private const byte PlainName = 0;
    private const int PayloadBits = 7;
    private const byte PayloadMask = 0x7f;
    private const byte More = 0x80;

    private readonly ArrayBufferWriter<byte> _output = new();

    /// <summary>The bytes written up to now.</summary>
    public ReadOnlySpan<byte> Bytes => _output.WrittenSpan;

    /// <summary>Writes bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => _output.Write(bytes);

    /// <summary>Writes a section.</summary>
    public void Section(byte id, ReadOnlySpan<byte> content)
    {
        _output.Write([id]);
        Block(content);
    }

    /// <summary>Writes a section with one instance of a component.</summary>
    public void Instance(int component, IReadOnlyCollection<(string Name, ComponentSort Sort, int Index)> arguments)
    {
        var content = new ComponentWriter();
        content.Number(1);
        content.Raw([Instantiated]);
        content.Number(component);
        content.Number(arguments.Count);
        foreach (var (name, sort, index) in arguments)
        {
            content.Name(name);
            content.Sort(sort);
            content.Number(index);
        }

        Section(ComponentSections.Instances, content.Bytes);
    }

    /// <summary>Writes a section that refers to something that an instance exports.</summary>
    public void Alias(ComponentSort sort, int instance, string name)
    {
        var content = new ComponentWriter();
        content.Number(1);
        content.Sort(sort);
        content.Raw([OfInstance]);
        content.Number(instance);
        content.Name(name);
        Section(ComponentSections.Aliases, content.Bytes);
    }

    /// <summary>Writes sections that import a function which takes <c>u32</c> and returns one.</summary>
    /// <param name="type">The number that its type gets.</param>
    public void ImportFunction(string name, IReadOnlyCollection<string> parameters, int type)
    {
        const byte Function = 0x40, U32 = 0x79, OneResult = 0;
        var types = new ComponentWriter();
        types.Number(1);
        types.Raw([Function]);
        types.Number(parameters.Count);
        foreach (var parameter in parameters)
        {
            types.Name(parameter);
            types.Raw([U32]);
        }

        types.Raw([OneResult, U32]);
        Section(ComponentSections.Types, types.Bytes);

        var imports = new ComponentWriter();
        imports.Number(1);
        imports.Raw([PlainName]);
        imports.Name(name);
        imports.Sort(ComponentSort.Function);
        imports.Number(type);
        Section(ComponentSections.Imports, imports.Bytes);
    }

    /// <summary>Writes a section that exports something.</summary>
    public void Export(string name, ComponentSort sort, int index)
    {
        var content = new ComponentWriter();
        content.Number(1);
        content.Raw([PlainName]);
        content.Name(name);
        content.Sort(sort);
        content.Number(index);
        content.Raw([0]);
        Section(ComponentSections.Exports, content.Bytes);
    }

    private void Sort(ComponentSort sort)
    {
        const byte CoreSort = 0, CoreModule = 0x11;
        Raw(sort == ComponentSort.Module ? [CoreSort, CoreModule] : [(byte)sort]);
    }

    private void Name(string name) => Block(Encoding.UTF8.GetBytes(name));

    private void Block(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        _output.Write(bytes);
    }

    private void Number(int number)
    {
        var rest = (uint)number;
        do
        {
            _output.Write([(byte)((rest & PayloadMask) | (rest > PayloadMask ? More : 0u))]);
            rest >>= PayloadBits;
        }
        while (rest > 0);
    }
}
