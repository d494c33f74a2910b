using System.Text;
using Phira.PluginService.Sandbox.Binary;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// The imports that a component declares, with their types, and its exports. The declarations must stand before everything else, as all
/// tools that make components write them: so they can be repeated as they are.
/// </summary>
internal ref struct ComponentDeclarations
{
    private readonly ComponentWriter _declarations = new();
    private readonly List<ComponentItem> _imports = [];
    private readonly List<ComponentItem> _exports = [];
    private readonly int[] _counts = new int[(int)ComponentSort.Instance + 1];
    private WasmReader _content;

    private ComponentDeclarations(ReadOnlySpan<byte> component)
    {
        _declarations.Raw(component[..WasmSections.PreambleLength]);
        var sections = new SectionReader(component);
        var declares = true;
        while (sections.TryRead())
        {
            _content = new WasmReader(sections.Content);
            declares &= sections.Id is ComponentSections.Custom or ComponentSections.CoreTypes or ComponentSections.Types
                or ComponentSections.Aliases or ComponentSections.Imports;
            if (declares && sections.Id != ComponentSections.Custom)
            {
                _declarations.Section(sections.Id, sections.Content);
                Count(sections.Id);
            }
            else if (sections.Id == ComponentSections.Imports)
            {
                throw new WasmFormatException();
            }
            else if (sections.Id == ComponentSections.Exports)
            {
                ReadExports();
            }
        }
    }

    /// <summary>The preamble and the declarations, for another component to begin with.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _declarations.Bytes;

    public readonly IReadOnlyList<ComponentItem> Imports => _imports;

    /// <summary>The exports, in order.</summary>
    public readonly IReadOnlyList<ComponentItem> Exports => _exports;

    /// <summary>Reads a component.</summary>
    /// <exception cref="WasmFormatException">It is malformed, or imports something after it has begun to define.</exception>
    public static ComponentDeclarations Read(ReadOnlySpan<byte> component) => new(component);

    /// <summary>Returns the number of items of a sort that the declarations define.</summary>
    public readonly int CountOf(ComponentSort sort) => _counts[(int)sort];

    private void Count(byte section)
    {
        if (section == ComponentSections.CoreTypes)
        {
            return;
        }

        for (var count = _content.ReadNumber(); count > 0; count--)
        {
            switch (section)
            {
                case ComponentSections.Imports:
                    var name = ReadName();
                    var sort = ReadDescription();
                    _imports.Add(new ComponentItem(name, sort, _counts[(int)sort]++));
                    break;
                case ComponentSections.Aliases:
                    _counts[(int)ReadAlias()]++;
                    break;
                default:
                    // Types have no length in front, and only their number matters.
                    _counts[(int)ComponentSort.Type] += count;
                    return;
            }
        }
    }

    private void ReadExports()
    {
        for (var count = _content.ReadNumber(); count > 0; count--)
        {
            var name = ReadName();
            _exports.Add(new ComponentItem(name, ReadSort(), _content.ReadNumber()));
            if (_content.ReadByte() != 0)
            {
                ReadDescription();
            }
        }
    }

    private ComponentSort ReadAlias()
    {
        const byte OfInstance = 0, Outer = 2;
        var sort = ReadSort();
        switch (_content.ReadByte())
        {
            case OfInstance:
                _content.SkipNumber();
                _content.TakeBlock();
                return sort;
            case Outer:
                _content.SkipNumbers(2);
                return sort;
            default:
                throw new WasmFormatException();
        }
    }

    private ComponentSort ReadDescription()
    {
        var sort = ReadSort();
        switch (sort)
        {
            case ComponentSort.Value:
                throw new WasmFormatException();
            case ComponentSort.Type:
                // An equal type names it; a new resource does not.
                if (_content.ReadByte() == 0)
                {
                    _content.SkipNumber();
                }

                return sort;
            default:
                _content.SkipNumber();
                return sort;
        }
    }

    private ComponentSort ReadSort()
    {
        const byte CoreModule = 0x11;
        var sort = (ComponentSort)_content.ReadByte();
        return sort <= ComponentSort.Instance && (sort != ComponentSort.Module || _content.ReadByte() == CoreModule) ? sort : throw new WasmFormatException();
    }

    private string ReadName()
    {
        const byte LastKnownForm = 1;
        return _content.ReadByte() <= LastKnownForm ? Encoding.UTF8.GetString(_content.TakeBlock()) : throw new WasmFormatException();
    }
}
