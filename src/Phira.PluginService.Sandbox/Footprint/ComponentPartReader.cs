using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Sandbox.Binary;

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>Reads of a component what is instantiated how often. What a component does with functions and types is skipped.</summary>
internal ref struct ComponentPartReader
{
    // Deeper, and more, than the engine accepts.
    private const int MaximumDepth = 100;
    private const int MaximumDefinitions = 200_000;

    private const byte CoreSort = 0;

    private readonly ImmutableArray<Definition>.Builder _definitions = ImmutableArray.CreateBuilder<Definition>();
    private readonly int _depth;
    private readonly ref int _left;
    private WasmReader _content;
    private int _canonicals;

    private ComponentPartReader(int depth, ref int left)
    {
        _depth = depth;
        _left = ref left;
    }

    /// <summary>Reads a component with those that are nested in it.</summary>
    /// <exception cref="WasmFormatException">It cannot be read.</exception>
    public static ComponentPart Read(ReadOnlySpan<byte> bytes)
    {
        var left = MaximumDefinitions;
        return Read(bytes, depth: 0, ref left);
    }

    private static ComponentPart Read(ReadOnlySpan<byte> bytes, int depth, ref int left)
    {
        if (depth > MaximumDepth)
        {
            throw new WasmFormatException();
        }

        var reader = new ComponentPartReader(depth, ref left);
        var sections = new SectionReader(bytes);
        while (sections.TryRead())
        {
            reader.ReadSection(sections.Id, sections.Content);
        }

        return new ComponentPart(reader._definitions.ToImmutable(), reader._canonicals);
    }

    private void ReadSection(byte id, ReadOnlySpan<byte> content)
    {
        const byte Module = 1, CoreInstances = 2, Component = 4, Instances = 5, Aliases = 6, Canonicals = 8, Imports = 10, Exports = 11;
        _content = new WasmReader(content);
        switch (id)
        {
            case Module:
                Add(new Definition(DefinitionKind.Module, PartSort.Module) { Module = ModuleFootprint.Read(content) });
                break;
            case Component:
                Add(new Definition(DefinitionKind.Component, PartSort.Component) { Part = Read(content, _depth + 1, ref _left) });
                break;
            case Canonicals:
                _canonicals += _content.ReadNumber();
                break;
            case CoreInstances or Instances or Aliases or Imports or Exports:
                for (var count = _content.ReadNumber(); count > 0; count--)
                {
                    Add(id switch
                    {
                        CoreInstances => ReadCoreInstance(),
                        Instances => ReadInstance(),
                        Aliases => ReadAlias(),
                        Imports => ReadImport(),
                        _ => ReadExport(),
                    });
                }

                break;
        }
    }

    private void Add(Definition definition)
    {
        _left -= 1 + definition.Items.Length;
        _definitions.Add(_left >= 0 ? definition : throw new WasmFormatException());
    }

    private Definition ReadCoreInstance()
    {
        if (_content.ReadByte() == 1)
        {
            for (var exports = _content.ReadNumber(); exports > 0; exports--)
            {
                ReadText();
                _content.ReadByte();
                _content.ReadNumber();
            }

            return new Definition(DefinitionKind.Bundle, PartSort.Other);
        }

        var module = _content.ReadNumber();
        for (var arguments = _content.ReadNumber(); arguments > 0; arguments--)
        {
            ReadText();
            _content.ReadByte();
            _content.ReadNumber();
        }

        return new Definition(DefinitionKind.CoreInstance, PartSort.Other) { Index = module };
    }

    private Definition ReadInstance()
    {
        var isBundle = _content.ReadByte() == 1;
        var component = isBundle ? 0 : _content.ReadNumber();
        var items = ImmutableArray.CreateBuilder<PartItem>();
        for (var count = _content.ReadNumber(); count > 0; count--)
        {
            var name = isBundle ? ReadName() : ReadText();
            items.Add(new PartItem(name, ReadSort(), _content.ReadNumber()));
        }

        return new Definition(isBundle ? DefinitionKind.Bundle : DefinitionKind.Instance, PartSort.Instance)
        {
            Index = component,
            Items = items.ToImmutable(),
        };
    }

    private Definition ReadAlias()
    {
        const byte OfInstance = 0, OfCoreInstance = 1, Outer = 2;
        var sort = ReadSort();
        switch (_content.ReadByte())
        {
            case OfInstance:
                return new Definition(DefinitionKind.AliasExport, sort) { Index = _content.ReadNumber(), Name = ReadText() };
            case OfCoreInstance:
                _content.ReadNumber();
                ReadText();

                // A core instance exports no modules.
                return new Definition(DefinitionKind.Bundle, PartSort.Other);
            case Outer:
                return new Definition(DefinitionKind.AliasOuter, sort) { Outward = _content.ReadNumber(), Index = _content.ReadNumber() };
            default:
                throw new WasmFormatException();
        }
    }

    private Definition ReadImport()
    {
        var name = ReadName();
        return new Definition(DefinitionKind.Import, ReadDescription()) { Name = name };
    }

    private Definition ReadExport()
    {
        var name = ReadName();
        var (sort, index) = (ReadSort(), _content.ReadNumber());
        if (_content.ReadByte() != 0)
        {
            ReadDescription();
        }

        return new Definition(DefinitionKind.Export, sort) { Name = name, Index = index };
    }

    private PartSort ReadSort()
    {
        const byte CoreModule = 0x11, Component = 4, Instance = 5;
        switch (_content.ReadByte())
        {
            case CoreSort:
                return _content.ReadByte() == CoreModule ? PartSort.Module : PartSort.Other;
            case Component:
                return PartSort.Component;
            case Instance:
                return PartSort.Instance;
            default:
                return PartSort.Other;
        }
    }

    private PartSort ReadDescription()
    {
        const byte Module = 0, Function = 1, Type = 3, Component = 4, Instance = 5;
        switch (_content.ReadByte())
        {
            case Module:
                _content.ReadByte();
                _content.SkipNumber();
                return PartSort.Module;
            case Function:
                _content.SkipNumber();
                return PartSort.Other;
            case Type:
                // An equal type names it; a new resource does not.
                if (_content.ReadByte() == 0)
                {
                    _content.SkipNumber();
                }

                return PartSort.Other;
            case Component:
                _content.SkipNumber();
                return PartSort.Component;
            case Instance:
                _content.SkipNumber();
                return PartSort.Instance;
            default:
                throw new WasmFormatException();
        }
    }

    private string ReadName()
    {
        const byte LastKnownForm = 1;
        return _content.ReadByte() <= LastKnownForm ? ReadText() : throw new WasmFormatException();
    }

    private string ReadText() => Encoding.UTF8.GetString(_content.TakeBlock());
}
