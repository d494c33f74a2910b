using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>
/// Writes one value to where a guest will read it, without an object for it. All parts of a value have to be written, each once; what is of
/// another type than the component declares is refused. Valid until the call that it is written for has ended.
/// </summary>
internal readonly struct ValueWriter(IValueMemory memory, ValueLayout layout, uint address)
{
    /// <summary>Type of the value to write.</summary>
    public WitType Type => layout.Type;

    /// <summary>Writes a <c>bool</c>.</summary>
    public void Bool(bool value) => Tag(WitKind.Bool, value ? 1u : 0u);

    /// <summary>Writes an <c>s8</c>.</summary>
    public void S8(sbyte value) => Tag(WitKind.S8, (byte)value);

    /// <summary>Writes a <c>u8</c>.</summary>
    public void U8(byte value) => Tag(WitKind.U8, value);

    /// <summary>Writes an <c>s16</c>.</summary>
    public void S16(short value) => Tag(WitKind.S16, (ushort)value);

    /// <summary>Writes a <c>u16</c>.</summary>
    public void U16(ushort value) => Tag(WitKind.U16, value);

    /// <summary>Writes an <c>s32</c>.</summary>
    public void S32(int value) => Tag(WitKind.S32, (uint)value);

    /// <summary>Writes a <c>u32</c>.</summary>
    public void U32(uint value) => Tag(WitKind.U32, value);

    /// <summary>Writes an <c>s64</c>.</summary>
    public void S64(long value) => Wide(WitKind.S64, (ulong)value);

    /// <summary>Writes a <c>u64</c>.</summary>
    public void U64(ulong value) => Wide(WitKind.U64, value);

    /// <summary>Writes an <c>f32</c>.</summary>
    public void F32(float value) => Tag(WitKind.F32, BitConverter.SingleToUInt32Bits(value));

    /// <summary>Writes an <c>f64</c>.</summary>
    public void F64(double value) => Wide(WitKind.F64, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>Writes a <c>char</c>.</summary>
    public void Char(Rune value) => Tag(WitKind.Char, (uint)value.Value);

    /// <summary>Writes a <c>string</c>. Half a surrogate pair becomes the replacement character.</summary>
    public void String(string value)
    {
        Expect(WitKind.String);
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var length = most <= 1024 ? most : Encoding.UTF8.GetByteCount(value);
        var at = memory.Allocate(length, 1);
        Refer(at, Encoding.UTF8.GetBytes(value, memory.At(at, length)));
    }

    /// <summary>Writes a <c>list&lt;u8&gt;</c>.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Expect(WitKind.List);
        if (layout.Parts[0]!.Kind != WitKind.U8)
        {
            throw Mismatch("bytes");
        }

        var at = memory.Allocate(value.Length, 1);
        value.CopyTo(memory.At(at, value.Length));
        Refer(at, value.Length);
    }

    /// <summary>Begins a list.</summary>
    /// <returns>The elements, all of which have to be written.</returns>
    public ValueElements List(int count)
    {
        Expect(WitKind.List);
        var element = layout.Parts[0]!;
        var at = memory.Allocate((long)element.Size * count, element.Alignment);
        Refer(at, count);
        return new ValueElements(memory, element, at, count);
    }

    /// <summary>A field of a record or an element of a tuple, by its place in the WIT file.</summary>
    public ValueWriter Field(int position)
    {
        if (layout.Kind is not (WitKind.Record or WitKind.Tuple) || (uint)position >= (uint)layout.Parts.Length)
        {
            throw Mismatch("a record");
        }

        return new ValueWriter(memory, layout.Parts[position]!, address + (uint)layout.Offsets[position]);
    }

    /// <summary>Writes the case of an <c>enum</c>.</summary>
    public void Enum(string name) => Tag(WitKind.Enum, (uint)Find(name));

    /// <summary>Writes <c>flags</c>.</summary>
    /// <param name="set">Those that are set, the first flag in the lowest bit.</param>
    public void Flags(uint set) => Tag(WitKind.Flags, set);

    /// <summary>Chooses the case of a <c>variant</c> that has no payload.</summary>
    public void Case(string name) => Choose(WitKind.Variant, Find(name), payload: false);

    /// <summary>Chooses the case of a <c>variant</c>.</summary>
    /// <returns>The writer of its payload.</returns>
    public ValueWriter CaseOf(string name) => Choose(WitKind.Variant, Find(name), payload: true);

    /// <summary>Writes an empty <c>option</c>.</summary>
    public void None()
    {
        Expect(WitKind.Option);
        Store(0);
    }

    /// <summary>Begins an <c>option</c> that holds a value.</summary>
    public ValueWriter Some()
    {
        Expect(WitKind.Option);
        Store(1);
        return new ValueWriter(memory, layout.Parts[0]!, address + (uint)layout.PayloadOffset);
    }

    /// <summary>Whether a result has a value or an error of its own.</summary>
    public bool HasPayload(bool isOk) => layout.Parts[isOk ? 0 : 1] is not null;

    /// <summary>Writes a <c>result</c> that carries nothing.</summary>
    public void Empty(bool isOk) => Choose(WitKind.Result, isOk ? 0 : 1, payload: false);

    /// <summary>Begins a <c>result</c> with its value or error.</summary>
    public ValueWriter Result(bool isOk) => Choose(WitKind.Result, isOk ? 0 : 1, payload: true);

    private ValueWriter Choose(WitKind kind, int number, bool payload)
    {
        Expect(kind);
        var part = layout.Parts[number];
        if (part is not null != payload)
        {
            throw Mismatch(payload ? "a case with a payload" : "a case without payload");
        }

        Store((uint)number);
        return part is null ? default : new ValueWriter(memory, part, address + (uint)layout.PayloadOffset);
    }

    private int Find(string name) =>
        layout.Find(name) is >= 0 and var number ? number : throw Mismatch($"a type that has {name}");

    private void Tag(WitKind kind, uint value)
    {
        Expect(kind);
        Store(value);
    }

    private void Wide(WitKind kind, ulong value)
    {
        Expect(kind);
        BinaryPrimitives.WriteUInt64LittleEndian(memory.At(address, sizeof(ulong)), value);
    }

    private void Store(uint value)
    {
        var bytes = memory.At(address, layout.TagSize);
        switch (layout.TagSize)
        {
            case 1:
                bytes[0] = (byte)value;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
                break;
            default:
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
                break;
        }
    }

    private void Refer(uint at, int length)
    {
        var bytes = memory.At(address, layout.LengthOffset + sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, at);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[layout.LengthOffset..], length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Expect(WitKind kind)
    {
        if (layout.Kind != kind)
        {
            throw Mismatch($"{kind}");
        }
    }

    private ValueShapeException Mismatch(string written) => new($"The component declares {layout.Kind} where the host writes {written}.");
}
