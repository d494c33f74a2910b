using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Phira.PluginService.Protocol.Data;

/// <summary>An immutable list with the equality of its elements, so that commands compare by content.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[CollectionBuilder(typeof(WireList), nameof(WireList.Create))]
[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "WireList.cs holds the builder.")]
[SuppressMessage("Naming", "CA1710", Justification = "The name says what it is on the wire.")]
public readonly struct WireList<T> : IReadOnlyList<T>, IEquatable<WireList<T>>
{
    private readonly T[]? _items;

    /// <summary>Takes the array over: nobody else may write to it any more.</summary>
    internal WireList(T[] items) => _items = items;

    /// <inheritdoc />
    public int Count => _items?.Length ?? 0;

    /// <inheritdoc />
    public T this[int index] => _items is null ? throw new ArgumentOutOfRangeException(nameof(index)) : _items[index];

    /// <summary>Whether two lists hold equal elements in the same order.</summary>
    public static bool operator ==(WireList<T> left, WireList<T> right) => left.Equals(right);

    /// <summary>Whether two lists differ in an element or in length.</summary>
    public static bool operator !=(WireList<T> left, WireList<T> right) => !left.Equals(right);

    /// <summary>The elements, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Enumerates without allocating.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    /// <inheritdoc />
    public bool Equals(WireList<T> other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is WireList<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public override string ToString() => $"[{string.Join(", ", (IEnumerable<T>)this)}]";

    /// <inheritdoc />
    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();
}
