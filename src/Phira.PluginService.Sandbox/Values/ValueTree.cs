using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>Values as trees of objects, where how many objects that are does not matter.</summary>
internal static class ValueTree
{
    // An empty text takes eight bytes in a guest and many times that here, so a call may not hand over as many values as its memory holds.
    private const long MaximumBytes = 128L << 20;
    private const int BytesPerValue = 64;

    // A body or a state has many of them; there are only so many different ones.
    private static readonly ComponentValue[] ByteValues = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(value => ComponentValue.U8((byte)value))];

    /// <summary>A <c>list&lt;u8&gt;</c>.</summary>
    public static ComponentValue OfBytes(ReadOnlySpan<byte> bytes)
    {
        var items = new ComponentValue[bytes.Length];
        for (var next = 0; next < items.Length; next++)
        {
            items[next] = ByteValues[bytes[next]];
        }

        return ComponentValue.List(items);
    }

    /// <summary>The bytes of a <c>list&lt;u8&gt;</c>.</summary>
    public static byte[] ToBytes(ComponentValue list)
    {
        var items = list.AsList();
        var bytes = new byte[items.Count];
        for (var next = 0; next < bytes.Length; next++)
        {
            bytes[next] = items[next].AsU8();
        }

        return bytes;
    }

    /// <summary>Writes a tree.</summary>
    /// <exception cref="ValueShapeException">It is of another type.</exception>
    public static void Write(ValueWriter writer, ComponentValue value)
    {
        try
        {
            WriteAny(writer, value);
        }
        catch (InvalidOperationException exception)
        {
            throw new ValueShapeException(exception.Message);
        }
    }

    /// <summary>Writes the arguments of a function.</summary>
    /// <exception cref="ValueShapeException">They are of other types, or more or fewer.</exception>
    public static void WriteAll(ValueWriter arguments, ComponentValue[] values)
    {
        CheckCount(arguments, values.Length);
        for (var next = 0; next < values.Length; next++)
        {
            Write(arguments.Field(next), values[next]);
        }
    }

    /// <summary>Reads the arguments of a function.</summary>
    /// <exception cref="LimitExceededException">They are too many values.</exception>
    public static ComponentValue[] ReadAll(ValueReader arguments)
    {
        var left = MaximumBytes;
        return ReadParts(arguments, ref left);
    }

    /// <summary>Reads a value as a tree.</summary>
    /// <exception cref="LimitExceededException">It consists of too many values.</exception>
    public static ComponentValue Read(ValueReader reader)
    {
        var left = MaximumBytes;
        return Read(reader, ref left);
    }

    private static ComponentValue Read(ValueReader reader, ref long left)
    {
        Take(ref left, BytesPerValue);
        return reader.Type.Kind switch
        {
            WitKind.Bool => ComponentValue.Bool(reader.Bool()),
            WitKind.S8 => ComponentValue.S8(reader.S8()),
            WitKind.S16 => ComponentValue.S16(reader.S16()),
            WitKind.S32 => ComponentValue.S32(reader.S32()),
            WitKind.S64 => ComponentValue.S64(reader.S64()),
            WitKind.U8 => ByteValues[reader.U8()],
            WitKind.U16 => ComponentValue.U16(reader.U16()),
            WitKind.U32 => ComponentValue.U32(reader.U32()),
            WitKind.U64 => ComponentValue.U64(reader.U64()),
            WitKind.F32 => ComponentValue.F32(reader.F32()),
            WitKind.F64 => ComponentValue.F64(reader.F64()),
            WitKind.Char => ComponentValue.Char(reader.Char()),
            WitKind.String => ComponentValue.String(reader.String()),
            WitKind.List => ReadList(reader, ref left),
            WitKind.Record => ComponentValue.Record([.. reader.Type.Names.Zip(ReadParts(reader, ref left), KeyValuePair.Create)]),
            WitKind.Tuple => ComponentValue.Tuple(ReadParts(reader, ref left)),
            WitKind.Variant => ComponentValue.Variant(reader.Case, ReadPayload(reader, ref left)),
            WitKind.Enum => ComponentValue.Enum(reader.Case),
            WitKind.Option => ReadPayload(reader, ref left) is { } some ? ComponentValue.Some(some) : ComponentValue.None(),
            WitKind.Result => ReadResult(reader, ref left),
            WitKind.Flags => ReadFlags(reader),
            _ => throw new ValueShapeException($"The type {reader.Type.Kind} is not known."),
        };
    }

    private static void Take(ref long left, long bytes)
    {
        left -= bytes;
        if (left < 0)
        {
            throw new LimitExceededException(LimitNames.HostCallBytes);
        }
    }

    private static ComponentValue[] ReadParts(ValueReader reader, ref long left)
    {
        var values = new ComponentValue[reader.Type.Parts.Length];
        for (var next = 0; next < values.Length; next++)
        {
            values[next] = Read(reader.Field(next), ref left);
        }

        return values;
    }

    private static void WriteAny(ValueWriter writer, ComponentValue value)
    {
        switch (writer.Type.Kind)
        {
            case WitKind.List when writer.Type.Parts[0]!.Kind == WitKind.U8:
                writer.Bytes(ToBytes(value));
                break;
            case WitKind.List:
                var items = value.AsList();
                var elements = writer.List(items.Count);
                for (var next = 0; next < items.Count; next++)
                {
                    WriteAny(elements[next], items[next]);
                }

                break;
            case WitKind.Record:
                WriteRecord(writer, value.AsRecord());
                break;
            case WitKind.Tuple:
                var parts = value.AsTuple();
                CheckCount(writer, parts.Count);
                for (var next = 0; next < parts.Count; next++)
                {
                    WriteAny(writer.Field(next), parts[next]);
                }

                break;
            case WitKind.Variant or WitKind.Option or WitKind.Result:
                WriteChoice(writer, value);
                break;
            default:
                WriteLeaf(writer, value);
                break;
        }
    }

    private static void WriteLeaf(ValueWriter writer, ComponentValue value)
    {
        switch (writer.Type.Kind)
        {
            case WitKind.Bool:
                writer.Bool(value.AsBool());
                break;
            case WitKind.S8:
                writer.S8(value.AsS8());
                break;
            case WitKind.S16:
                writer.S16(value.AsS16());
                break;
            case WitKind.S32:
                writer.S32(value.AsS32());
                break;
            case WitKind.S64:
                writer.S64(value.AsS64());
                break;
            case WitKind.U8:
                writer.U8(value.AsU8());
                break;
            case WitKind.U16:
                writer.U16(value.AsU16());
                break;
            case WitKind.U32:
                writer.U32(value.AsU32());
                break;
            case WitKind.U64:
                writer.U64(value.AsU64());
                break;
            case WitKind.F32:
                writer.F32(value.AsF32());
                break;
            case WitKind.F64:
                writer.F64(value.AsF64());
                break;
            case WitKind.Char:
                writer.Char(value.AsRune());
                break;
            case WitKind.String:
                writer.String(value.AsString());
                break;
            case WitKind.Enum:
                writer.Enum(value.AsEnum());
                break;
            default:
                writer.Flags(value.AsFlags().Aggregate(0u, (set, name) => set | (1u << writer.Type.Names.IndexOf(name))));
                break;
        }
    }

    private static void WriteRecord(ValueWriter writer, IReadOnlyList<KeyValuePair<string, ComponentValue>> fields)
    {
        CheckCount(writer, fields.Count);
        for (var next = 0; next < fields.Count; next++)
        {
            if (fields[next].Key != writer.Type.Names[next])
            {
                throw new ValueShapeException($"The component declares the field {writer.Type.Names[next]} where the host writes {fields[next].Key}.");
            }

            WriteAny(writer.Field(next), fields[next].Value);
        }
    }

    private static void WriteChoice(ValueWriter writer, ComponentValue value)
    {
        switch (writer.Type.Kind)
        {
            case WitKind.Variant when value.Payload is null:
                writer.Case(value.AsVariant());
                break;
            case WitKind.Variant:
                WriteAny(writer.CaseOf(value.AsVariant()), value.Payload);
                break;
            case WitKind.Option when value.IsSome:
                WriteAny(writer.Some(), value.Payload!);
                break;
            case WitKind.Option:
                writer.None();
                break;
            default:
                WriteResult(writer, value.IsOk, value.Payload);
                break;
        }
    }

    private static void WriteResult(ValueWriter writer, bool isOk, ComponentValue? payload)
    {
        if (payload is null)
        {
            writer.Empty(isOk);
        }
        else
        {
            WriteAny(writer.Result(isOk), payload);
        }
    }

    private static void CheckCount(ValueWriter writer, int count)
    {
        if (count != writer.Type.Parts.Length)
        {
            throw new ValueShapeException($"The component declares {writer.Type.Parts.Length} fields where the host writes {count}.");
        }
    }

    private static ComponentValue ReadList(ValueReader reader, ref long left)
    {
        // Before the elements are read: a list of a hundred million takes its place at once.
        Take(ref left, (long)reader.Count * nint.Size);
        if (reader.Type.Parts[0]!.Kind == WitKind.U8)
        {
            return OfBytes(reader.Bytes());
        }

        var items = new ComponentValue[reader.Count];
        for (var next = 0; next < items.Length; next++)
        {
            items[next] = Read(reader[next], ref left);
        }

        return ComponentValue.List(items);
    }

    private static ComponentValue? ReadPayload(ValueReader reader, ref long left) => reader.HasPayload ? Read(reader.Payload, ref left) : null;

    private static ComponentValue ReadResult(ValueReader reader, ref long left)
    {
        var payload = ReadPayload(reader, ref left);
        return reader.IsOk ? ComponentValue.Ok(payload) : ComponentValue.Err(payload);
    }

    private static ComponentValue ReadFlags(ValueReader reader)
    {
        var set = reader.Flags();
        return ComponentValue.Flags([.. reader.Type.Names.Where((_, position) => (set >> position & 1) != 0)]);
    }
}
