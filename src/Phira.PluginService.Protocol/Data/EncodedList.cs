using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>Makes <see cref="EncodedList{T}"/> values; collection expressions come here, too.</summary>
public static class EncodedList
{
    /// <summary>Encodes the given elements.</summary>
    /// <param name="items">The elements.</param>
    public static EncodedList<T> Create<T>(ReadOnlySpan<T> items)
        where T : struct, IWireElement<T>
    {
        if (items.IsEmpty)
        {
            return default;
        }

        var counter = default(WireCounter);
        Write(ref counter, items);
        var bytes = GC.AllocateUninitializedArray<byte>((int)counter.Length);
        var writer = new WireWriter(bytes);
        Write(ref writer, items);
        return new EncodedList<T>(bytes, items.Length);
    }

    /// <summary>Encodes the given elements.</summary>
    /// <param name="items">The elements.</param>
    public static EncodedList<T> ToEncodedList<T>(this IEnumerable<T> items)
        where T : struct, IWireElement<T>
    {
        ArgumentNullException.ThrowIfNull(items);
        return Create<T>(items.ToArray());
    }

    private static void Write<TSink, T>(ref TSink sink, ReadOnlySpan<T> items)
        where TSink : struct, IWireSink, allows ref struct
        where T : struct, IWireElement<T>
    {
        sink.Uleb((uint)items.Length);
        foreach (var item in items)
        {
            item.Write(ref sink);
        }
    }
}
