using System.Buffers;

namespace Phira.PluginService.Protocol.Primitives;

/// <summary>
/// A payload in one piece: as it lies in the buffer, or copied into a pooled array when it lies in several. Whatever was
/// decoded from it must not be used after it is disposed of, unless that owns all it has.
/// </summary>
public readonly ref struct ContiguousPayload
{
    private readonly byte[]? _rented;

    /// <summary>Brings a payload into one piece.</summary>
    /// <param name="payload">A frame's payload.</param>
    public ContiguousPayload(in ReadOnlySequence<byte> payload)
    {
        if (payload.IsSingleSegment)
        {
            Bytes = payload.First;
            return;
        }

        var length = (int)payload.Length;
        _rented = ArrayPool<byte>.Shared.Rent(length);
        payload.CopyTo(_rented);
        Bytes = _rented.AsMemory(0, length);
    }

    /// <summary>The payload.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
