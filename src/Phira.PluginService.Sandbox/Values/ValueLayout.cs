using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>
/// The places of the parts of a value, as the canonical ABI defines them: in memory, or flat, that is in slots of eight bytes that become arguments of a
/// core function one by one. Text and elements of lists are always in memory. Made once for each type when a component is loaded.
/// </summary>
internal sealed class ValueLayout
{
    private const int Slot = 8;
    private const int PointerSize = 4;

    private FrozenDictionary<string, int>? _positions;

    private ValueLayout(WitType type, int size, int alignment) => (Type, Kind, Size, Alignment) = (type, type.Kind, size, alignment);

    /// <summary>The type.</summary>
    public WitType Type { get; }

    /// <summary>The kind of the type.</summary>
    public WitKind Kind { get; }

    /// <summary>Bytes that it takes, without what it points to.</summary>
    public int Size { get; }

    /// <summary>Number of bytes that its address is a multiple of.</summary>
    public int Alignment { get; }

    /// <summary>Layouts of the parts; null where a case has no payload.</summary>
    public ImmutableArray<ValueLayout?> Parts { get; private init; } = [];

    /// <summary>Offsets of the fields or elements of a record or tuple.</summary>
    public ImmutableArray<int> Offsets { get; private init; } = [];

    /// <summary>Offset of the payload of a case.</summary>
    public int PayloadOffset { get; private init; }

    /// <summary>Offset of the length of a text or list.</summary>
    public int LengthOffset { get; private init; }

    /// <summary>Bytes of a case's number, or of all flags.</summary>
    public int TagSize { get; private init; }

    /// <summary>The layout of a type.</summary>
    /// <param name="flat">Whether the value is passed in slots.</param>
    public static ValueLayout Of(WitType type, bool flat) => type.Kind switch
    {
        WitKind.String => new ValueLayout(type, flat ? 2 * Slot : 2 * PointerSize, flat ? Slot : PointerSize)
        {
            LengthOffset = flat ? Slot : PointerSize,
        },
        WitKind.List => new ValueLayout(type, flat ? 2 * Slot : 2 * PointerSize, flat ? Slot : PointerSize)
        {
            LengthOffset = flat ? Slot : PointerSize,
            Parts = [Of(type.Parts[0]!, flat: false)],
        },
        WitKind.Record or WitKind.Tuple => Sequence(type, flat),
        WitKind.Variant or WitKind.Option or WitKind.Result => Choice(type, flat),
        WitKind.Enum => Tag(type, BytesForCases(type.Names.Length), flat),
        WitKind.Flags => Tag(type, BytesForFlags(type.Names.Length), flat),
        _ => Tag(type, BytesOf(type.Kind), flat),
    };

    /// <summary>The number of a field, case or flag.</summary>
    /// <returns>The number, or -1 when there is none of that name.</returns>
    public int Find(string name)
    {
        _positions ??= Type.Names.Select((known, position) => KeyValuePair.Create(known, position)).ToFrozenDictionary(StringComparer.Ordinal);
        return _positions.TryGetValue(name, out var found) ? found : -1;
    }

    private static ValueLayout Tag(WitType type, int bytes, bool flat) =>
        new(type, flat ? Slot : bytes, flat ? Slot : bytes) { TagSize = bytes };

    private static ValueLayout Sequence(WitType type, bool flat)
    {
        var parts = type.Parts.Select(part => Of(part!, flat)).ToImmutableArray();
        var alignment = parts.Select(part => part.Alignment).DefaultIfEmpty(1).Max();
        var offsets = ImmutableArray.CreateBuilder<int>(parts.Length);
        var end = 0;
        foreach (var part in parts)
        {
            end = Align(end, part.Alignment);
            offsets.Add(end);
            end += part.Size;
        }

        return new ValueLayout(type, Align(end, alignment), alignment)
        {
            Parts = [.. parts],
            Offsets = offsets.MoveToImmutable(),
        };
    }

    private static ValueLayout Choice(WitType type, bool flat)
    {
        var parts = type.Parts.Select(part => part is null ? null : Of(part, flat)).ToImmutableArray();
        var payloads = parts.Where(part => part is not null).Select(part => part!).ToArray();
        var tag = type.Kind == WitKind.Variant ? BytesForCases(type.Names.Length) : 1;
        var payloadAlignment = payloads.Select(part => part.Alignment).DefaultIfEmpty(1).Max();
        var offset = flat ? Slot : Align(tag, payloadAlignment);
        var alignment = flat ? Slot : Math.Max(tag, payloadAlignment);
        return new ValueLayout(type, Align(offset + payloads.Select(part => part.Size).DefaultIfEmpty(0).Max(), alignment), alignment)
        {
            Parts = parts,
            PayloadOffset = offset,
            TagSize = tag,
        };
    }

    private static int Align(int offset, int alignment) => checked(offset + alignment - 1) / alignment * alignment;

    private static int BytesForCases(int cases) => cases <= 0x100 ? 1 : cases <= 0x1_0000 ? 2 : 4;

    private static int BytesForFlags(int flags) => flags <= 8 ? 1 : flags <= 16 ? 2 : 4;

    private static int BytesOf(WitKind kind) => kind switch
    {
        WitKind.Bool or WitKind.S8 or WitKind.U8 => 1,
        WitKind.S16 or WitKind.U16 => 2,
        WitKind.S64 or WitKind.U64 or WitKind.F64 => 8,
        _ => 4,
    };
}
