using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>
/// Reads one value that a guest has returned, in place. The engine has checked it: numbers of cases, text and lists are as the type says.
/// Valid until the next call into the same guest.
/// </summary>
internal readonly struct ValueReader(IValueMemory memory, ValueLayout layout, uint address)
{
    /// <summary>Type of the value.</summary>
    public WitType Type => layout.Type;

    /// <summary>Number of elements of a list.</summary>
    public int Count
    {
        get
        {
            Expect(WitKind.List);
            return checked((int)Length);
        }
    }

    /// <summary>Number of the case of a variant, enum, option or result.</summary>
    public int CaseNumber => layout.Kind is WitKind.Variant or WitKind.Enum or WitKind.Option or WitKind.Result
        ? (int)Load()
        : throw Mismatch("a choice");

    /// <summary>Name of the case of a variant or enum.</summary>
    public string Case => layout.Type.Names is { IsEmpty: false } names && (uint)CaseNumber < (uint)names.Length
        ? names[CaseNumber]
        : throw Mismatch("a named case");

    /// <summary>Whether a result is a success.</summary>
    public bool IsOk
    {
        get
        {
            Expect(WitKind.Result);
            return Load() == 0;
        }
    }

    /// <summary>Whether there is a payload in the present case.</summary>
    public bool HasPayload => Part() is not null;

    /// <summary>The payload of the present case.</summary>
    public ValueReader Payload => new(memory, Part() ?? throw Mismatch("a payload"), address + (uint)layout.PayloadOffset);

    private uint Length => BinaryPrimitives.ReadUInt32LittleEndian(memory.At(address + (uint)layout.LengthOffset, sizeof(uint)));

    private uint Reference => BinaryPrimitives.ReadUInt32LittleEndian(memory.At(address, sizeof(uint)));

    /// <summary>An element of a list.</summary>
    public ValueReader this[int position]
    {
        get
        {
            Expect(WitKind.List);
            var element = layout.Parts[0]!;
            return (uint)position < Length
                ? new ValueReader(memory, element, checked(Reference + ((uint)position * (uint)element.Size)))
                : throw new ArgumentOutOfRangeException(nameof(position));
        }
    }

    /// <summary>A field of a record or an element of a tuple, by its place in the WIT file.</summary>
    public ValueReader Field(int position)
    {
        if (layout.Kind is not (WitKind.Record or WitKind.Tuple) || (uint)position >= (uint)layout.Parts.Length)
        {
            throw Mismatch("a record");
        }

        return new ValueReader(memory, layout.Parts[position]!, address + (uint)layout.Offsets[position]);
    }

    /// <summary>A field of a record, by its name.</summary>
    public ValueReader Field(string name) => Field(layout.Find(name));

    /// <summary>Reads a <c>bool</c>.</summary>
    public bool Bool() => Tag(WitKind.Bool) != 0;

    /// <summary>Reads an <c>s8</c>.</summary>
    public sbyte S8() => (sbyte)Tag(WitKind.S8);

    /// <summary>Reads a <c>u8</c>.</summary>
    public byte U8() => (byte)Tag(WitKind.U8);

    /// <summary>Reads an <c>s16</c>.</summary>
    public short S16() => (short)Tag(WitKind.S16);

    /// <summary>Reads a <c>u16</c>.</summary>
    public ushort U16() => (ushort)Tag(WitKind.U16);

    /// <summary>Reads an <c>s32</c>.</summary>
    public int S32() => (int)Tag(WitKind.S32);

    /// <summary>Reads a <c>u32</c>.</summary>
    public uint U32() => Tag(WitKind.U32);

    /// <summary>Reads an <c>s64</c>.</summary>
    public long S64() => (long)Wide(WitKind.S64);

    /// <summary>Reads a <c>u64</c>.</summary>
    public ulong U64() => Wide(WitKind.U64);

    /// <summary>Reads an <c>f32</c>.</summary>
    public float F32() => BitConverter.UInt32BitsToSingle(Tag(WitKind.F32));

    /// <summary>Reads an <c>f64</c>.</summary>
    public double F64() => BitConverter.UInt64BitsToDouble(Wide(WitKind.F64));

    /// <summary>Reads a <c>char</c>.</summary>
    public Rune Char() => new(Tag(WitKind.Char));

    /// <summary>Reads <c>flags</c>: the first in the lowest bit.</summary>
    public uint Flags() => Tag(WitKind.Flags);

    /// <summary>Reads a <c>string</c>.</summary>
    public string String()
    {
        Expect(WitKind.String);
        return Encoding.UTF8.GetString(memory.At(Reference, Length));
    }

    /// <summary>Reads a <c>list&lt;u8&gt;</c>.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        Expect(WitKind.List);
        return layout.Parts[0]!.Kind == WitKind.U8 ? memory.At(Reference, Length) : throw Mismatch("bytes");
    }

    private ValueLayout? Part() => layout.Kind switch
    {
        WitKind.Option => Load() == 0 ? null : layout.Parts[0],
        WitKind.Variant or WitKind.Result => layout.Parts[(int)Load()],
        _ => null,
    };

    private uint Tag(WitKind kind)
    {
        Expect(kind);
        return Load();
    }

    private ulong Wide(WitKind kind)
    {
        Expect(kind);
        return BinaryPrimitives.ReadUInt64LittleEndian(memory.At(address, sizeof(ulong)));
    }

    private uint Load()
    {
        var bytes = memory.At(address, layout.TagSize);
        return layout.TagSize switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Expect(WitKind kind)
    {
        if (layout.Kind != kind)
        {
            throw Mismatch($"{kind}");
        }
    }

    private ValueShapeException Mismatch(string read) => new($"The component declares {layout.Kind} where the host reads {read}.");
}
