using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>Makes <see cref="EncodedList{T}"/> values; collection expressions come here, too.</summary>
public static class EncodedList
{
    /// <summary>Encodes the given elements.</summary>
    public static EncodedList<T> Create<T>(ReadOnlySpan<T> items)
        where T : struct, IWireElement<T>
    {
        if (items.IsEmpty)
        {
            return default;
        }

        var writer = new WireWriter(stackalloc byte[WireWriter.SmallSize]);
        writer.Uleb((uint)items.Length);
        foreach (var item in items)
        {
            item.Write(ref writer);
        }

        return new EncodedList<T>(writer.ToArray(), items.Length);
    }

    /// <summary>Checks what <see cref="EncodedList{T}.Bytes"/> was in another process.</summary>
    /// <param name="bytes">The bytes; the list refers to them.</param>
    /// <param name="limits">The limits on the length of the list.</param>
    /// <param name="list">The list, when the bytes are one and nothing else.</param>
    public static bool TryDecode<T>(ReadOnlyMemory<byte> bytes, DecodeLimits limits, out EncodedList<T> list)
        where T : struct, IWireElement<T>
    {
        ArgumentNullException.ThrowIfNull(limits);
        list = default;
        if (bytes.IsEmpty)
        {
            return true;
        }

        var reader = new WireReader(bytes);
        var read = T.ReadList(ref reader, limits);
        var isList = !reader.Failed && reader.Position == bytes.Length;
        list = isList ? read : default;
        return isList;
    }

    /// <summary>Encodes the given elements.</summary>
    public static EncodedList<T> ToEncodedList<T>(this IEnumerable<T> items)
        where T : struct, IWireElement<T>
    {
        ArgumentNullException.ThrowIfNull(items);
        return Create<T>(items.ToArray());
    }
}
