using System.Collections.Immutable;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;
using static Phira.PluginService.Sandbox.Reflection.TypeNative;

namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>
/// Reads the exported functions that take and return only values, with their types. A component may declare types of any size: functions beyond
/// the bound are left out, and so are those with resources, streams and whatever else has no form in memory. A function that the component exports
/// itself, outside of any interface, has only types without names: others could not be exported once more by the component around it.
/// </summary>
internal sealed unsafe class FunctionReader
{
    private const int MaximumParts = 20_000;
    private const byte InstanceKind = 1;
    private const byte FunctionKind = 3;
    private const byte TypeKind = 6;
    private const string ServedByEngine = "wasi:";

    private readonly nint _engine;
    private readonly string _except;
    private readonly List<WitFunction> _functions = [];
    private int _parts;

    private FunctionReader(nint engine, string except) => (_engine, _except) = (engine, except);

    /// <summary>Reads the functions of a component, in the order in which they are numbered.</summary>
    /// <param name="except">An interface to leave out.</param>
    public static ImmutableArray<WitFunction> Read(Wasmtime.Engine engine, Component component, string except)
    {
        var reader = new FunctionReader(HandleOf(engine), except);
        var type = TypeOf(HandleOf(component));
        try
        {
            reader.ReadExports(type);
            return [.. WitFunction.Sort(reader._functions)];
        }
        finally
        {
            DeleteType(type);
            GC.KeepAlive(component);
            GC.KeepAlive(engine);
        }
    }

    /// <summary>Reads the interfaces that a component imports from the host, with functions whose numbers continue from one to the next.</summary>
    public static ImmutableArray<WitInterface> ReadImports(Wasmtime.Engine engine, Component component)
    {
        var reader = new FunctionReader(HandleOf(engine), except: "");
        var type = TypeOf(HandleOf(component));
        try
        {
            var interfaces = new List<WitInterface>();
            for (nuint i = 0; i < ImportCount(type, reader._engine); i++)
            {
                byte* name;
                nuint length;
                nint found;
                if (Import(type, reader._engine, i, &name, &length, &found) != 0 && reader.ReadImport(TypeWriter.Text(name, length), found) is { } read)
                {
                    interfaces.Add(read);
                }
            }

            return [.. interfaces.OrderBy(known => known.Name, StringComparer.Ordinal)];
        }
        finally
        {
            DeleteType(type);
            GC.KeepAlive(component);
            GC.KeepAlive(engine);
        }
    }

    // Null when the engine serves it, when nothing of it is called, or when something of it is no value.
    private WitInterface? ReadImport(string name, nint found)
    {
        Item item;
        ItemOf(found, &item);
        try
        {
            return item.Kind == InstanceKind && !name.StartsWith(ServedByEngine, StringComparison.Ordinal) ? ReadInterface(name, item.Pointer) : null;
        }
        finally
        {
            DeleteItem(&item);
            DeleteExtern(found);
        }
    }

    private WitInterface? ReadInterface(string name, nint instance)
    {
        var types = ImmutableArray.CreateBuilder<(string, WitType)>();
        var (first, isKnown) = (_functions.Count, true);
        for (nuint i = 0; i < InstanceExportCount(instance, _engine); i++)
        {
            byte* text;
            nuint length;
            nint found;
            if (InstanceExport(instance, _engine, i, &text, &length, &found) == 0)
            {
                return null;
            }

            Item item;
            ItemOf(found, &item);
            var (member, before) = (TypeWriter.Text(text, length), _functions.Count);
            if (item.Kind == FunctionKind)
            {
                Add(name, member, item.Pointer);
                isKnown &= _functions.Count > before;
            }
            else if (item.Kind == TypeKind && Describe(&item.Value) is { } type)
            {
                types.Add((member, type));
            }
            else
            {
                isKnown = false;
            }

            DeleteItem(&item);
            DeleteExtern(found);
        }

        return isKnown && _functions.Count > first
            ? new WitInterface(name, [.. WitFunction.Sort(_functions.Skip(first))], types.ToImmutable())
            : null;
    }

    private void ReadExports(nint component)
    {
        for (nuint i = 0; i < ExportCount(component, _engine); i++)
        {
            byte* name;
            nuint length;
            nint found;
            if (Export(component, _engine, i, &name, &length, &found) != 0)
            {
                ReadExport(TypeWriter.Text(name, length), found);
            }
        }
    }

    private void ReadExport(string name, nint found)
    {
        Item item;
        ItemOf(found, &item);
        try
        {
            if (item.Kind == FunctionKind)
            {
                Add("", name, item.Pointer);
            }
            else if (item.Kind == InstanceKind && name != _except)
            {
                ReadInstance(name, item.Pointer);
            }
        }
        finally
        {
            DeleteItem(&item);
            DeleteExtern(found);
        }
    }

    private void ReadInstance(string interfaceName, nint instance)
    {
        for (nuint i = 0; i < InstanceExportCount(instance, _engine); i++)
        {
            byte* name;
            nuint length;
            nint found;
            if (InstanceExport(instance, _engine, i, &name, &length, &found) == 0)
            {
                continue;
            }

            Item item;
            ItemOf(found, &item);
            if (item.Kind == FunctionKind)
            {
                Add(interfaceName, TypeWriter.Text(name, length), item.Pointer);
            }

            DeleteItem(&item);
            DeleteExtern(found);
        }
    }

    private void Add(string interfaceName, string name, nint function)
    {
        if (IsAsync(function) != 0)
        {
            return;
        }

        var known = true;
        var parameters = ImmutableArray.CreateBuilder<(string, WitType)>();
        for (nuint i = 0; i < ParameterCount(function); i++)
        {
            byte* text;
            nuint length;
            Value type;
            if (Parameter(function, i, &text, &length, &type) != 0)
            {
                var parameter = Take(&type);
                known &= parameter is not null;
                parameters.Add((TypeWriter.Text(text, length), parameter!));
            }
        }

        Value resultType;
        var hasResult = ResultOf(function, &resultType) != 0;
        var result = hasResult ? Take(&resultType) : null;
        var nominal = interfaceName.Length == 0 && (parameters.Any(parameter => parameter.Item2?.HasNames == true) || result?.HasNames == true);
        if (known && !nominal && (result is not null || !hasResult))
        {
            _functions.Add(new WitFunction(interfaceName, name, parameters.ToImmutable(), result));
        }
    }

    private WitType? Take(Value* type)
    {
        try
        {
            return Describe(type);
        }
        finally
        {
            DeleteValue(type);
        }
    }

    // Null when the type is not among those that can be copied.
    private WitType? Describe(Value* type)
    {
        if (++_parts > MaximumParts)
        {
            return null;
        }

        var kind = (WitKind)type->Kind;
        return kind <= WitKind.String ? WitType.Primitive(kind) : TakeCompound(kind, type->Of);
    }

    private WitType? TakeCompound(WitKind kind, nint type)
    {
        Value inner;
        switch (kind)
        {
            case WitKind.List:
                ListElement(type, &inner);
                return Of(kind, [Take(&inner)]);
            case WitKind.Option:
                OptionElement(type, &inner);
                return Of(kind, [Take(&inner)]);
            case WitKind.Result:
                return TakeResult(type);
            case WitKind.Record:
                return TakeFields(type);
            case WitKind.Tuple:
                return TakeElements(type);
            case WitKind.Variant:
                return TakeCases(type);
            case WitKind.Enum:
                return new WitType(kind, Names(EnumCount(type), type, &EnumName), []);
            case WitKind.Flags:
                return new WitType(kind, Names(FlagCount(type), type, &FlagName), []);
            default:
                return null;
        }
    }

    private static WitType? Of(WitKind kind, ImmutableArray<WitType?> parts) =>
        parts.Any(part => part is null) ? null : new WitType(kind, [], parts);

    private WitType? TakeResult(nint type)
    {
        Value inner;
        var hasValue = ResultOk(type, &inner) != 0;
        var value = hasValue ? Take(&inner) : null;
        var hasError = ResultError(type, &inner) != 0;
        var error = hasError ? Take(&inner) : null;
        return hasValue == value is not null && hasError == error is not null ? new WitType(WitKind.Result, [], [value, error]) : null;
    }

    private WitType? TakeFields(nint record)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var parts = ImmutableArray.CreateBuilder<WitType?>();
        for (nuint i = 0; i < FieldCount(record); i++)
        {
            byte* name;
            nuint length;
            Value type;
            if (Field(record, i, &name, &length, &type) == 0 || Take(&type) is not { } part)
            {
                return null;
            }

            names.Add(TypeWriter.Text(name, length));
            parts.Add(part);
        }

        return new WitType(WitKind.Record, names.ToImmutable(), parts.ToImmutable());
    }

    private WitType? TakeElements(nint tuple)
    {
        var parts = ImmutableArray.CreateBuilder<WitType?>();
        for (nuint i = 0; i < TupleCount(tuple); i++)
        {
            Value type;
            if (TupleElement(tuple, i, &type) == 0 || Take(&type) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return new WitType(WitKind.Tuple, [], parts.ToImmutable());
    }

    private WitType? TakeCases(nint variant)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var parts = ImmutableArray.CreateBuilder<WitType?>();
        for (nuint i = 0; i < CaseCount(variant); i++)
        {
            byte* name;
            nuint length;
            byte hasPayload;
            Value type;
            if (Case(variant, i, &name, &length, &hasPayload, &type) == 0)
            {
                return null;
            }

            var part = hasPayload == 0 ? null : Take(&type);
            if (hasPayload != 0 && part is null)
            {
                return null;
            }

            names.Add(TypeWriter.Text(name, length));
            parts.Add(part);
        }

        return new WitType(WitKind.Variant, names.ToImmutable(), parts.ToImmutable());
    }

    private static ImmutableArray<string> Names(nuint count, nint type, delegate*<nint, nuint, byte**, nuint*, byte> nth)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (nuint i = 0; i < count; i++)
        {
            byte* name;
            nuint length;
            if (nth(type, i, &name, &length) != 0)
            {
                names.Add(TypeWriter.Text(name, length));
            }
        }

        return names.ToImmutable();
    }
}
