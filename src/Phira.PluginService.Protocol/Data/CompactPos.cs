namespace Phira.PluginService.Protocol.Data;

/// <summary>A position in half precision. The bits are kept as they came, so that a relay passes them on unchanged, NaN payloads included.</summary>
/// <param name="RawX">The bits of the horizontal coordinate.</param>
/// <param name="RawY">The bits of the vertical coordinate.</param>
public readonly record struct CompactPos(ushort RawX, ushort RawY)
{
    /// <summary>The horizontal coordinate.</summary>
    public float X => (float)BitConverter.UInt16BitsToHalf(RawX);

    /// <summary>The vertical coordinate.</summary>
    public float Y => (float)BitConverter.UInt16BitsToHalf(RawY);

    /// <summary>Rounds a position to half precision (to nearest, ties to even).</summary>
    /// <param name="x">The horizontal coordinate.</param>
    /// <param name="y">The vertical coordinate.</param>
    public static CompactPos FromSingle(float x, float y) =>
        new(BitConverter.HalfToUInt16Bits((Half)x), BitConverter.HalfToUInt16Bits((Half)y));
}
