using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Tests.Vectors;

/// <summary>The meaning of the value vectors.</summary>
internal static class ExpectedPrimitives
{
    public static IReadOnlyDictionary<string, PrimitiveVector> All { get; } = new Dictionary<string, PrimitiveVector>
    {
        ["value.bool.true"] = PrimitiveVector.Of(true, (ref w) => w.Bool(true), (ref r) => r.Bool()),
        ["value.bool.false"] = PrimitiveVector.Of(false, (ref w) => w.Bool(false), (ref r) => r.Bool()),
        ["value.i8.minus_1"] = PrimitiveVector.Of((sbyte)-1, (ref w) => w.Byte(0xff), (ref r) => r.SByte()),
        ["value.u16.4660"] = PrimitiveVector.Of((ushort)0x1234, (ref w) => w.UInt16(0x1234), (ref r) => r.UInt16()),
        ["value.u32.305419896"] = PrimitiveVector.Of(0x12345678u, (ref w) => w.UInt32(0x12345678), (ref r) => r.UInt32()),
        ["value.u64.max_minus_1"] = PrimitiveVector.Of(
            ulong.MaxValue - 1, (ref w) => w.UInt64(ulong.MaxValue - 1), (ref r) => r.UInt64()),
        ["value.i32.minus_42"] = PrimitiveVector.Of(-42, (ref w) => w.Int32(-42), (ref r) => r.Int32()),
        ["value.i32.min"] = PrimitiveVector.Of(int.MinValue, (ref w) => w.Int32(int.MinValue), (ref r) => r.Int32()),
        ["value.i64.minus_2"] = PrimitiveVector.Of(-2L, (ref w) => w.Int64(-2), (ref r) => r.Int64()),
        ["value.f32.1_5"] = PrimitiveVector.Of(1.5f, (ref w) => w.Single(1.5f), (ref r) => r.Single()),
        ["value.f32.0_9987"] = PrimitiveVector.Of(0.9987f, (ref w) => w.Single(0.9987f), (ref r) => r.Single()),
        ["value.uleb.0"] = Number(0),
        ["value.uleb.127"] = Number(127),
        ["value.uleb.128"] = Number(128),
        ["value.uleb.300"] = Number(300),
        ["value.uleb.16384"] = Number(16384),
        ["value.uleb.2097152"] = Number(2097152),
        ["value.string.empty"] = Text(""),
        ["value.string.ascii"] = Text("hi"),
        ["value.string.utf8"] = Text("你好"),
        ["value.string.200_a"] = Text(new string('a', 200)),
        ["value.option_i32.none"] = Optional(null),
        ["value.option_i32.some_5"] = Optional(5),
        ["value.result_unit.ok"] = Result(WireResult.Success),
        ["value.result_unit.err"] = Result(WireResult.Failure("no")),
        ["value.vec_i32"] = PrimitiveVector.Of<WireList<int>>([1, -1], WriteList, ReadList),
        ["value.uuid"] = PrimitiveVector.Of(Uuid, (ref w) => w.Uuid(Uuid), (ref r) => r.Uuid()),
        ["value.compactpos.zero"] = Position(0, 0),
        ["value.compactpos.one_minus2"] = Position(1, -2),
        ["value.compactpos.third"] = Position(0.33333334f, -0.33333334f),
        ["value.compactpos.rounding_2049"] = Position(2049, 2051),
        ["value.compactpos.smallest_subnormal"] = Position(5.9604645e-8f, -5.9604645e-8f),
        ["value.compactpos.overflow_inf"] = Position(65520, -70000),
        ["value.compactpos.max"] = Position(65504, 65519),
        ["value.compactpos.nan"] = Position(BitConverter.Int32BitsToSingle(0x7fc00000), float.PositiveInfinity),
        ["value.compactpos.half_ulp_ties"] = Position(1.0004883f, 1.0014648f),
        ["value.compactpos.subnormal_to_normal"] = Position(6.1035e-5f, 6.0976e-5f),
        ["value.compactpos.underflow"] = Position(2.9e-8f, 3e-8f),
    };

    private static Guid Uuid => Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");

    private static PrimitiveVector Number(uint value) =>
        PrimitiveVector.Of((ulong)value, (ref w) => w.Uleb(value), (ref r) => r.Uleb());

    private static PrimitiveVector Text(string value) => PrimitiveVector.Of(value, (ref w) => w.Text(value), (ref r) => r.Text());

    private static PrimitiveVector Optional(int? value) =>
        PrimitiveVector.Of(value, (ref w) => w.OptionalInt32(value), (ref r) => r.OptionalInt32());

    private static PrimitiveVector Result(WireResult value) => PrimitiveVector.Of(
        value,
        (ref w) => w.Result(value),
        (ref r) => r.Bool() ? WireResult.Success : WireResult.Failure(r.Text()));

    private static PrimitiveVector Position(float x, float y)
    {
        var value = CompactPos.FromSingle(x, y);
        return PrimitiveVector.Of(value, (ref w) => w.CompactPos(value), (ref r) => r.CompactPos());
    }

    private static void WriteList(ref WireWriter writer)
    {
        writer.Uleb(2);
        writer.Int32(1);
        writer.Int32(-1);
    }

    private static WireList<int> ReadList(ref WireReader reader)
    {
        var items = new int[reader.Count(sizeof(int), int.MaxValue)];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = reader.Int32();
        }

        return items.ToWireList();
    }
}
