namespace Phira.PluginService.Protocol.Data;

/// <summary>Makes <see cref="WireList{T}"/> values; collection expressions come here, too.</summary>
public static class WireList
{
    /// <summary>A list of the given elements.</summary>
    /// <param name="items">The elements; copied.</param>
    public static WireList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new WireList<T>(items.ToArray());

    /// <summary>A list of the given elements.</summary>
    /// <param name="items">The elements; copied.</param>
    public static WireList<T> ToWireList<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var array = items.ToArray();
        return array.Length == 0 ? default : new WireList<T>(array);
    }
}
