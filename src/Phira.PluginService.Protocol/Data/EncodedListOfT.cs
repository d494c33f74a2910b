using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>
/// A list as it lies on the wire: it was checked when it came in, and each element is decoded when it is looked at. So it can
/// be of any length without an object for it, and can be passed on by copying its bytes.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[CollectionBuilder(typeof(EncodedList), nameof(EncodedList.Create))]
[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "EncodedList.cs holds the builder.")]
public readonly struct EncodedList<T> : IEquatable<EncodedList<T>>
    where T : struct, IWireElement<T>
{
    internal EncodedList(ReadOnlyMemory<byte> bytes, int count)
    {
        Bytes = bytes;
        Count = count;
    }

    /// <summary>The number of elements.</summary>
    public int Count { get; }

    /// <summary>The number of elements and then the elements; nothing at all when there are none.</summary>
    /// <remarks>These bytes can be sent to another process, which makes a list of them with <see cref="EncodedList.TryDecode"/>.</remarks>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether two lists look the same on the wire.</summary>
    public static bool operator ==(EncodedList<T> left, EncodedList<T> right) => left.Equals(right);

    /// <summary>Whether two lists look different on the wire.</summary>
    public static bool operator !=(EncodedList<T> left, EncodedList<T> right) => !left.Equals(right);

    /// <summary>The same list in an array of its own.</summary>
    public EncodedList<T> ToOwned() => Count == 0 ? default : new(Bytes.ToArray(), Count);

    /// <summary>Decodes the elements, one after the other, without allocating.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <inheritdoc />
    public bool Equals(EncodedList<T> other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is EncodedList<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var items = new List<string>(Count);
        foreach (var item in this)
        {
            items.Add(item.ToString() ?? string.Empty);
        }

        return $"[{string.Join(", ", items)}]";
    }

    /// <summary>Goes through the elements.</summary>
    public ref struct Enumerator
    {
        private WireReader _reader;
        private int _left;

        internal Enumerator(EncodedList<T> list)
        {
            _reader = new WireReader(list.Bytes);
            _left = list.Count;
            Current = default;

            // The number of elements is known.
            _reader.Uleb();
        }

        /// <summary>The element that was decoded last.</summary>
        public T Current { get; private set; }

        /// <summary>Decodes the next element, if there is one.</summary>
        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            _left--;
            Current = T.Read(ref _reader);
            return true;
        }
    }
}
