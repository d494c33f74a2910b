using System.Collections.Immutable;
using Wasmtime.Components;
using static Phira.PluginService.Sandbox.Reflection.TypeNative;

namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>Reads the imports and exports of a compiled component, with the types of all functions.</summary>
internal sealed unsafe class ComponentReflection
{
    private const byte InstanceKind = 1;
    private const byte FunctionKind = 3;
    private const byte ResourceKind = 4;
    private const byte TypeKind = 6;

    private readonly nint _engine;
    private readonly TypeWriter _writer = new();

    private ComponentReflection(nint engine) => _engine = engine;

    /// <summary>Reads a component.</summary>
    public static ReflectedComponent Read(Wasmtime.Engine engine, Component component)
    {
        var reflection = new ComponentReflection(HandleOf(engine));
        var type = TypeOf(HandleOf(component));
        try
        {
            return new ReflectedComponent(
                reflection.Items(type, ImportCount(type, reflection._engine), Import),
                reflection.Items(type, ExportCount(type, reflection._engine), Export));
        }
        finally
        {
            DeleteType(type);
            GC.KeepAlive(component);
            GC.KeepAlive(engine);
        }
    }

    private ImmutableArray<ReflectedItem> Items(nint type, nuint count, NthExtern nth)
    {
        var items = ImmutableArray.CreateBuilder<ReflectedItem>();
        Each(type, count, nth, (name, found) =>
        {
            _writer.BeginInterface();
            Item item;
            ItemOf(found, &item);
            try
            {
                items.Add(item.Kind switch
                {
                    InstanceKind => new ReflectedItem(name, Functions(item.Pointer), IsInterface: true),
                    FunctionKind => new ReflectedItem(name, [_writer.Function(name, item.Pointer)], IsInterface: false),
                    _ => new ReflectedItem(name, [], IsInterface: false),
                });
            }
            finally
            {
                DeleteItem(&item);
            }
        });
        return items.ToImmutable();
    }

    private ImmutableArray<ReflectedFunction> Functions(nint instance)
    {
        var items = new List<(string Name, Item Item)>();
        var functions = ImmutableArray.CreateBuilder<ReflectedFunction>();
        try
        {
            Each(instance, InstanceExportCount(instance, _engine), InstanceExport, (name, found) =>
            {
                Item item;
                ItemOf(found, &item);
                items.Add((name, item));
            });
            foreach (var (name, item) in items)
            {
                Learn(name, item);
            }

            functions.AddRange(items
                .Where(entry => entry.Item.Kind == FunctionKind)
                .Select(entry => _writer.Function(entry.Name, entry.Item.Pointer)));
            return functions.ToImmutable();
        }
        finally
        {
            foreach (var (_, item) in items)
            {
                var owned = item;
                DeleteItem(&owned);
            }
        }
    }

    private void Learn(string name, Item item)
    {
        if (item.Kind == TypeKind)
        {
            _writer.Name(name, &item.Value);
        }
        else if (item.Kind == ResourceKind)
        {
            _writer.NameResource(name, item.Pointer);
        }
    }

    private void Each(nint owner, nuint count, NthExtern nth, Action<string, nint> use)
    {
        for (nuint i = 0; i < count && _writer.HasRoom; i++)
        {
            byte* name;
            nuint length;
            nint found;
            if (nth(owner, _engine, i, &name, &length, &found) == 0)
            {
                continue;
            }

            try
            {
                use(TypeWriter.Text(name, length), found);
            }
            finally
            {
                DeleteExtern(found);
            }
        }
    }
}
