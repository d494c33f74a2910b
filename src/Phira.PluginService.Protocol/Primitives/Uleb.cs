namespace Phira.PluginService.Protocol.Primitives;

/// <summary>Unsigned LEB128: groups of seven bits, least significant first, the high bit says that more follow.</summary>
internal static class Uleb
{
    /// <summary>More bytes than these are refused; the value then has at most 35 bits.</summary>
    public const int MaxBytes = 5;

    public static int Size(uint value) => value switch
    {
        < 1u << 7 => 1,
        < 1u << 14 => 2,
        < 1u << 21 => 3,
        < 1u << 28 => 4,
        _ => 5,
    };

    /// <summary>Writes the shortest form.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Write(Span<byte> destination, uint value)
    {
        var size = 0;
        while (value >= 0x80)
        {
            destination[size++] = (byte)(value | 0x80);
            value >>= 7;
        }

        destination[size++] = (byte)value;
        return size;
    }
}
