using Phira.PluginService.Sandbox.Binary;

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>The index spaces of one component while it is instantiated.</summary>
internal sealed class PartScope(PartScope? outer)
{
    private readonly List<PartValue> _modules = [];
    private readonly List<PartValue> _components = [];
    private readonly List<PartValue> _instances = [];

    /// <summary>Adds what a definition makes.</summary>
    public void Add(PartSort sort, PartValue value) => SpaceOf(sort)?.Add(value);

    /// <summary>Finds what was defined before. Functions and types are nothing.</summary>
    /// <exception cref="WasmFormatException">There is no such index.</exception>
    public PartValue Find(PartSort sort, int index)
    {
        if (SpaceOf(sort) is not { } space)
        {
            return default;
        }

        return index < space.Count ? space[index] : throw new WasmFormatException();
    }

    /// <summary>The scope so many components further out.</summary>
    /// <exception cref="WasmFormatException">There are not so many.</exception>
    public PartScope Outward(int count)
    {
        var scope = this;
        for (; count > 0; count--)
        {
            scope = scope.Outer ?? throw new WasmFormatException();
        }

        return scope;
    }

    private PartScope? Outer { get; } = outer;

    private List<PartValue>? SpaceOf(PartSort sort) => sort switch
    {
        PartSort.Module => _modules,
        PartSort.Component => _components,
        PartSort.Instance => _instances,
        _ => null,
    };
}
