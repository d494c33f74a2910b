using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Tests.Vectors;

/// <summary>A primitive value as code: how it is written, and whether what is read is that value.</summary>
internal sealed record PrimitiveVector(Func<byte[]> Write, Func<byte[], bool> Reads)
{
    public delegate void Writing(ref WireWriter writer);

    public delegate T Reading<out T>(ref WireReader reader);

    public static PrimitiveVector Of<T>(T value, Writing write, Reading<T> read) => new(
        () =>
        {
            var writer = new WireWriter([]);
            write(ref writer);
            return writer.ToArray();
        },
        bytes =>
        {
            var reader = new WireReader(bytes);
            var same = EqualityComparer<T>.Default.Equals(read(ref reader), value) && !reader.Failed;
            reader.Byte();
            return same && reader.Error == DecodeError.Truncated;
        });
}
