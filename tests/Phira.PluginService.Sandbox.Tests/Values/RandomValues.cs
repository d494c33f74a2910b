using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Tests.Values;

/// <summary>Types and values by chance. The same numbers give the same ones.</summary>
internal sealed class RandomValues(Random random)
{
    private const int MaximumDepth = 4;
    private const int MaximumParts = 5;

    private static readonly WitKind[] Scalars = [.. Enum.GetValues<WitKind>().Where(kind => kind < WitKind.String)];

    /// <summary>A type of any kind.</summary>
    public WitType Type() => Type(0, withMemory: true);

    /// <summary>A type without texts and lists, whose values have no addresses in them.</summary>
    public WitType ScalarType() => Type(0, withMemory: false);

    /// <summary>A value of a type.</summary>
    public ComponentValue Value(WitType type) => type.Kind switch
    {
        WitKind.Bool => ComponentValue.Bool(random.Next(2) == 1),
        WitKind.S8 => ComponentValue.S8((sbyte)random.Next(sbyte.MinValue, sbyte.MaxValue + 1)),
        WitKind.S16 => ComponentValue.S16((short)random.Next(short.MinValue, short.MaxValue + 1)),
        WitKind.S32 => ComponentValue.S32((int)random.NextInt64(int.MinValue, int.MaxValue + 1L)),
        WitKind.S64 => ComponentValue.S64(random.NextInt64(long.MinValue, long.MaxValue)),
        WitKind.U8 => ComponentValue.U8((byte)random.Next(byte.MaxValue + 1)),
        WitKind.U16 => ComponentValue.U16((ushort)random.Next(ushort.MaxValue + 1)),
        WitKind.U32 => ComponentValue.U32((uint)random.NextInt64(uint.MaxValue + 1L)),
        WitKind.U64 => ComponentValue.U64((ulong)random.NextInt64(long.MinValue, long.MaxValue)),
        WitKind.F32 => ComponentValue.F32(Pick(0f, -0f, 1.5f, float.MaxValue, float.Epsilon, float.NegativeInfinity, (float)random.NextDouble())),
        WitKind.F64 => ComponentValue.F64(Pick(0d, -0d, 1.5d, double.MaxValue, double.Epsilon, double.NegativeInfinity, random.NextDouble())),
        WitKind.Char => ComponentValue.Char(Pick(new Rune('a'), new Rune('谱'), new Rune(0x1F3B5), new Rune(0xD7FF), new Rune(0xE000), new Rune(0x10FFFF))),
        WitKind.String => ComponentValue.String(Pick("", "Phira", "谱面", "🎵\0\r\n", new string('x', random.Next(3000)), Text(random.Next(9)))),
        WitKind.List => ComponentValue.List([.. Enumerable.Range(0, Pick(0, 1, 2, 7)).Select(_ => Value(type.Parts[0]!))]),
        WitKind.Record => ComponentValue.Record([.. type.Names.Select((name, position) => KeyValuePair.Create(name, Value(type.Parts[position]!)))]),
        WitKind.Tuple => ComponentValue.Tuple([.. type.Parts.Select(part => Value(part!))]),
        WitKind.Variant => Variant(type, random.Next(type.Names.Length)),
        WitKind.Enum => ComponentValue.Enum(type.Names[random.Next(type.Names.Length)]),
        WitKind.Option => random.Next(2) == 1 ? ComponentValue.Some(Value(type.Parts[0]!)) : ComponentValue.None(),
        WitKind.Result => random.Next(2) == 1
            ? ComponentValue.Ok(type.Parts[0] is { } value ? Value(value) : null)
            : ComponentValue.Err(type.Parts[1] is { } error ? Value(error) : null),
        WitKind.Flags => ComponentValue.Flags([.. type.Names.Where(_ => random.Next(2) == 1)]),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    // Half a surrogate pair is a character, too.
    private string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(char.MaxValue + 1)));

    private ComponentValue Variant(WitType type, int chosen) =>
        ComponentValue.Variant(type.Names[chosen], type.Parts[chosen] is { } payload ? Value(payload) : null);

    private WitType Type(int depth, bool withMemory)
    {
        if (depth == MaximumDepth)
        {
            return WitType.Primitive(Pick(Scalars));
        }

        var kind = (WitKind)random.Next((int)WitKind.Flags + 1);
        if (!withMemory && kind is WitKind.String or WitKind.List)
        {
            kind = WitKind.U64;
        }

        var count = random.Next(1, MaximumParts + 1);
        return kind switch
        {
            <= WitKind.String => WitType.Primitive(kind),
            WitKind.List or WitKind.Option => new WitType(kind, [], [Type(depth + 1, withMemory)]),
            WitKind.Result => new WitType(kind, [], [Payload(depth, withMemory), Payload(depth, withMemory)]),
            WitKind.Record => new WitType(kind, Names(count), [.. Parts(count, depth, withMemory)]),
            WitKind.Tuple => new WitType(kind, [], [.. Parts(count, depth, withMemory)]),
            WitKind.Variant => new WitType(kind, Names(count), [.. Enumerable.Range(0, count).Select(_ => Payload(depth, withMemory))]),
            WitKind.Enum => new WitType(kind, Names(Pick(1, 3, 300)), []),
            _ => new WitType(kind, Names(Pick(1, 8, 9, 17, 32)), []),
        };
    }

    private IEnumerable<WitType?> Parts(int count, int depth, bool withMemory) =>
        Enumerable.Range(0, count).Select(_ => Type(depth + 1, withMemory));

    private WitType? Payload(int depth, bool withMemory) => random.Next(3) == 0 ? null : Type(depth + 1, withMemory);

    private static ImmutableArray<string> Names(int count) => [.. Enumerable.Range(0, count).Select(position => $"n{position}")];

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
