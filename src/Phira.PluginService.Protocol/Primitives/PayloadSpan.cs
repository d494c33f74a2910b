using System.Buffers;

namespace Phira.PluginService.Protocol.Primitives;

/// <summary>A payload in one piece: as it lies in the buffer, or copied into a pooled array when it lies in several.</summary>
internal readonly ref struct PayloadSpan
{
    private readonly byte[]? _rented;

    public PayloadSpan(in ReadOnlySequence<byte> payload)
    {
        if (payload.IsSingleSegment)
        {
            Bytes = payload.FirstSpan;
            return;
        }

        var length = (int)payload.Length;
        _rented = ArrayPool<byte>.Shared.Rent(length);
        payload.CopyTo(_rented);
        Bytes = _rented.AsSpan(0, length);
    }

    public ReadOnlySpan<byte> Bytes { get; }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
