using System.Buffers;

namespace Phira.PluginService.Protocol.Tests;

/// <summary>Buffers in several pieces, as they come from a socket.</summary>
internal static class Segments
{
    public static ReadOnlySequence<byte> Of(params IEnumerable<byte[]> pieces)
    {
        Segment? first = null;
        Segment? last = null;
        foreach (var piece in pieces)
        {
            last = last is null ? new Segment(piece, 0) : last.Append(piece);
            first ??= last;
        }

        return first is null ? default : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    /// <summary>Every byte in a piece of its own.</summary>
    public static ReadOnlySequence<byte> Single(byte[] bytes) => Of(bytes.Select(value => new[] { value }));

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, long runningIndex)
        {
            Memory = bytes;
            RunningIndex = runningIndex;
        }

        public Segment Append(byte[] bytes)
        {
            var next = new Segment(bytes, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
