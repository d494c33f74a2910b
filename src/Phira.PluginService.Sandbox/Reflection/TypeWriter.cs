using System.Text;
using static Phira.PluginService.Sandbox.Reflection.TypeNative;

namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>Writes types as WIT does. A component may hold types of any size, so what is written is bounded; the rest is dots.</summary>
internal sealed unsafe class TypeWriter
{
    private const string Beyond = "...";
    private const int MaximumParts = 20_000;
    private const int MaximumLength = 16_384;

    private static readonly string[] Primitives =
        ["bool", "s8", "s16", "s32", "s64", "u8", "u16", "u32", "u64", "f32", "f64", "char", "string"];

    private readonly Dictionary<string, string> _names = [];
    private readonly List<(nint Resource, string Name)> _resources = [];
    private int _parts;

    private enum Kind : byte
    {
        List = 13,
        Record,
        Tuple,
        Variant,
        Enum,
        Option,
        Result,
        Flags,
        Own,
        Borrow,
        Future,
        Stream,
        ErrorContext,
    }

    /// <summary>Whether another type would still be written.</summary>
    public bool HasRoom => _parts < MaximumParts;

    /// <summary>Reads a name that native code hands out.</summary>
    public static string Text(byte* name, nuint length) => Encoding.UTF8.GetString(name, checked((int)length));

    /// <summary>Forgets the names of the interface before.</summary>
    public void BeginInterface()
    {
        _names.Clear();
        _resources.Clear();
    }

    /// <summary>Shows the type by this name from now on.</summary>
    public void Name(string name, Value* type)
    {
        // A name for a plain type says less than the type.
        if (type->Kind is (byte)Kind.Record or (byte)Kind.Variant or (byte)Kind.Enum or (byte)Kind.Flags)
        {
            _names.TryAdd(Write(type).Structure, name);
        }
    }

    /// <summary>Shows the resource by this name from now on.</summary>
    /// <param name="resource">The resource; must live until the next interface begins.</param>
    public void NameResource(string name, nint resource) => _resources.Add((resource, name));

    /// <summary>Writes the type of a function.</summary>
    public ReflectedFunction Function(string name, nint function)
    {
        var parameters = new List<(string Name, TypeText Type)>();
        for (nuint i = 0; i < ParameterCount(function); i++)
        {
            byte* text;
            nuint length;
            Value type;
            if (Parameter(function, i, &text, &length, &type) != 0)
            {
                parameters.Add((Text(text, length), Consume(&type)));
            }
        }

        Value resultType;
        var result = ResultOf(function, &resultType) != 0 ? Consume(&resultType) : (TypeText?)null;
        var head = IsAsync(function) != 0 ? "async func(" : "func(";
        var structure = head + string.Join(", ", parameters.Select(parameter => parameter.Type.Structure)) + ")";
        var shown = "(" + string.Join(", ", parameters.Select(parameter => $"{parameter.Name}: {parameter.Type.Shown}")) + ")";
        return result is { } known
            ? new ReflectedFunction(name, $"{structure} -> {known.Structure}", $"{shown} -> {known.Shown}")
            : new ReflectedFunction(name, structure, shown);
    }

    private TypeText Write(Value* type)
    {
        if (type->Kind < Primitives.Length)
        {
            return TypeText.Plain(Primitives[type->Kind]);
        }

        if (!HasRoom)
        {
            return TypeText.Plain(Beyond);
        }

        _parts++;
        var text = Compound((Kind)type->Kind, type->Of);
        if (text.Structure.Length > MaximumLength)
        {
            return TypeText.Plain(Beyond);
        }

        return _names.TryGetValue(text.Structure, out var name) ? text with { Shown = name } : text;
    }

    private TypeText Consume(Value* type)
    {
        try
        {
            return Write(type);
        }
        finally
        {
            DeleteValue(type);
        }
    }

    private TypeText Compound(Kind kind, nint type)
    {
        Value inner;
        switch (kind)
        {
            case Kind.List:
                ListElement(type, &inner);
                return TypeText.Join("list<", [("", Consume(&inner))], ">");
            case Kind.Option:
                OptionElement(type, &inner);
                return TypeText.Join("option<", [("", Consume(&inner))], ">");
            case Kind.Result:
                return Result(type);
            case Kind.Record:
                return TypeText.Join("record { ", Fields(type), " }");
            case Kind.Tuple:
                return TypeText.Join("tuple<", Elements(type), ">");
            case Kind.Variant:
                return TypeText.Join("variant { ", Cases(type), " }");
            case Kind.Enum:
                return TypeText.Plain($"enum {{ {Names(EnumCount(type), type, &EnumName)} }}");
            case Kind.Flags:
                return TypeText.Plain($"flags {{ {Names(FlagCount(type), type, &FlagName)} }}");
            case Kind.Own:
                return TypeText.Plain(Resource(type));
            case Kind.Borrow:
                return TypeText.Plain($"borrow<{Resource(type)}>");
            case Kind.Future:
                return TypeText.Plain("future");
            case Kind.Stream:
                return TypeText.Plain("stream");
            case Kind.ErrorContext:
                return TypeText.Plain("error-context");
            default:
                return TypeText.Plain(Beyond);
        }
    }

    private TypeText Result(nint type)
    {
        Value inner;
        var ok = ResultOk(type, &inner) != 0 ? Consume(&inner) : (TypeText?)null;
        var error = ResultError(type, &inner) != 0 ? Consume(&inner) : (TypeText?)null;
        return (ok, error) switch
        {
            (null, null) => TypeText.Plain("result"),
            ({ } value, null) => TypeText.Join("result<", [("", value)], ">"),
            (_, { } failure) => TypeText.Join("result<", [("", ok ?? TypeText.Plain("_")), ("", failure)], ">"),
        };
    }

    private List<(string Label, TypeText Type)> Fields(nint record)
    {
        var fields = new List<(string, TypeText)>();
        for (nuint i = 0; i < FieldCount(record) && HasRoom; i++)
        {
            byte* name;
            nuint length;
            Value type;
            if (Field(record, i, &name, &length, &type) != 0)
            {
                fields.Add(($"{Text(name, length)}: ", Consume(&type)));
            }
        }

        return fields;
    }

    private List<(string Label, TypeText Type)> Elements(nint tuple)
    {
        var elements = new List<(string, TypeText)>();
        for (nuint i = 0; i < TupleCount(tuple) && HasRoom; i++)
        {
            Value type;
            if (TupleElement(tuple, i, &type) != 0)
            {
                elements.Add(("", Consume(&type)));
            }
        }

        return elements;
    }

    private List<(string Label, TypeText Type)> Cases(nint variant)
    {
        var cases = new List<(string, TypeText)>();
        for (nuint i = 0; i < CaseCount(variant) && HasRoom; i++)
        {
            byte* name;
            nuint length;
            byte hasPayload;
            Value type;
            if (Case(variant, i, &name, &length, &hasPayload, &type) != 0)
            {
                var label = Text(name, length);
                cases.Add(hasPayload == 0 ? (label, TypeText.Plain("")) : (label, TypeText.Join("(", [("", Consume(&type))], ")")));
            }
        }

        return cases;
    }

    private static string Names(nuint count, nint type, delegate*<nint, nuint, byte**, nuint*, byte> nth)
    {
        var names = new List<string>();
        for (nuint i = 0; i < count; i++)
        {
            byte* name;
            nuint length;
            if (nth(type, i, &name, &length) != 0)
            {
                names.Add(Text(name, length));
            }
        }

        return string.Join(", ", names);
    }

    private string Resource(nint resource) =>
        _resources.Find(known => AreEqual(known.Resource, resource) != 0).Name ?? "resource";
}
