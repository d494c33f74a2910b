namespace Phira.PluginService.Fuzz;

/// <summary>Takes its numbers from an input; zeros when that is used up.</summary>
internal sealed class ByteRandom(ReadOnlyMemory<byte> input) : Random
{
    private int _next;

    public override int Next(int maxValue) => maxValue <= 1 ? 0 : (int)(Take(maxValue <= 0x100 ? 1 : sizeof(uint)) % (uint)maxValue);

    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue) => minValue + (long)(Take(sizeof(ulong)) % ((ulong)maxValue - (ulong)minValue));

    public override double NextDouble() => BitConverter.UInt64BitsToDouble(Take(sizeof(ulong)));

    private ulong Take(int bytes)
    {
        var value = 0UL;
        for (var taken = 0; taken < bytes; taken++)
        {
            value = value << 8 | (_next < input.Length ? input.Span[_next++] : (byte)0);
        }

        return value;
    }
}
