using System.Buffers.Binary;

namespace Phira.PluginService.Protocol.Primitives;

/// <summary>What both sinks write alike.</summary>
internal static class WireSinkExtensions
{
    public static void Bool<TSink>(this ref TSink sink, bool value)
        where TSink : struct, IWireSink, allows ref struct => sink.Byte(value ? (byte)1 : (byte)0);

    public static void Int64<TSink>(this ref TSink sink, long value)
        where TSink : struct, IWireSink, allows ref struct => sink.UInt64(unchecked((ulong)value));

    /// <summary>Low half first, each half little endian: the bytes of the textual form in reverse order.</summary>
    public static void Uuid<TSink>(this ref TSink sink, Guid value)
        where TSink : struct, IWireSink, allows ref struct
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        sink.UInt64(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        sink.UInt64(BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }

    /// <summary>Milliseconds since the Unix epoch.</summary>
    public static void DateTime<TSink>(this ref TSink sink, DateTimeOffset value)
        where TSink : struct, IWireSink, allows ref struct => sink.Int64(value.ToUnixTimeMilliseconds());
}
