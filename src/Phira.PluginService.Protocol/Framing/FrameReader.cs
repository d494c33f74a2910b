using System.Buffers;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Framing;

/// <summary>Cuts frames off the front of a buffer.</summary>
public static class FrameReader
{
    private const byte LargestFifthByte = 0x0f;

    /// <summary>
    /// Takes one frame. The limit is enforced as soon as the length is there, so that nobody has to hold bytes of a frame
    /// which is refused in the end.
    /// </summary>
    /// <param name="buffer">The bytes that have arrived; moved past the frame when there is a whole one, unchanged otherwise.</param>
    /// <param name="maxPayload">The largest payload to accept.</param>
    /// <param name="payload">The payload of the frame; a slice of the buffer.</param>
    public static FrameStatus TryRead(ref ReadOnlySequence<byte> buffer, int maxPayload, out ReadOnlySequence<byte> payload)
    {
        payload = default;
        var reader = new SequenceReader<byte>(buffer);
        var status = ReadLength(ref reader, out var length);
        if (status != FrameStatus.Frame)
        {
            return status;
        }

        if (length == 0)
        {
            return FrameStatus.Empty;
        }

        if (length > (uint)maxPayload)
        {
            return FrameStatus.TooLarge;
        }

        if (reader.Remaining < length)
        {
            return FrameStatus.NeedMore;
        }

        payload = buffer.Slice(reader.Position, length);
        buffer = buffer.Slice(payload.End);
        return FrameStatus.Frame;
    }

    private static FrameStatus ReadLength(ref SequenceReader<byte> reader, out uint length)
    {
        length = 0;
        for (var index = 0; index < Uleb.MaxBytes; index++)
        {
            if (!reader.TryRead(out var next))
            {
                return FrameStatus.NeedMore;
            }

            if (index == Uleb.MaxBytes - 1 && next > LargestFifthByte)
            {
                return FrameStatus.MalformedLength;
            }

            length |= (uint)(next & 0x7f) << (7 * index);
            if (next < 0x80)
            {
                break;
            }
        }

        return FrameStatus.Frame;
    }
}
