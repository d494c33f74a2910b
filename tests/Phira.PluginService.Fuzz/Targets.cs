using System.Buffers;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Fuzz;

/// <summary>The targets for arbitrary bytes. Whatever they are, nothing may be thrown but by a promise that does not hold.</summary>
internal static class Targets
{
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>
    {
        ["client"] = FromClient,
        ["server"] = FromServer,
        ["frames"] = Frames,
    };

    public static byte[] ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A payload as the server reads it. What it has read it can look at, write and read again.</summary>
    private static void FromClient(byte[] payload)
    {
        if (!ClientCommandDecoder.TryDecode(payload, DecodeLimits.Server, out var command, out var error))
        {
            Promise(error != DecodeError.None, "A refusal has a reason.");
            return;
        }

        Promise(error == DecodeError.None, "A command has no error.");
        LookAt(command);
        var again = PayloadOf(ClientCommandEncoder.TryEncode(command));
        var isRead = ClientCommandDecoder.TryDecode(again, DecodeLimits.Server, out var copy, out error);

        // A malformed byte is written as a character of three, so that a text may become too long by being read.
        Promise(isRead ? copy == command : error == DecodeError.TextTooLong, "What was written can be read, and is the same.");
    }

    private static void FromServer(byte[] payload)
    {
        var read = ServerCommandDecoder.TryDecode(payload, out var command, out var error);
        Promise(read == (command is not null) && read == (error == DecodeError.None), "A refusal has a reason.");
        if (command is not null && ServerCommandEncoder.TryEncode(command) is { } frame)
        {
            Promise(
                ServerCommandDecoder.TryDecode(PayloadOf(frame), out var copy, out _) && copy == command,
                "What was written can be read, and is the same.");
        }
    }

    /// <summary>A stream of frames, whose payloads the decoder gets.</summary>
    private static void Frames(byte[] bytes)
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        while (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame)
        {
            Promise(payload.Length is > 0 and <= ProtocolLimits.MaxPayload, "A frame is neither empty nor too long.");
            FromClient(payload.ToArray());
        }
    }

    /// <summary>Lists are decoded only when they are looked at: all of it must be there, and be what was checked.</summary>
    private static void LookAt(in ClientCommand command)
    {
        if (command.Kind == ClientCommandKind.Touches)
        {
            var frames = ((TouchesCommand)command).Frames;
            var read = new List<TouchFrame>();
            foreach (var frame in frames)
            {
                var points = new List<TouchPoint>();
                foreach (var point in frame.Points)
                {
                    points.Add(point);
                }

                Promise(points.Count == frame.Points.Count, "A frame has as many points as it says.");
                read.Add(frame with { Points = points.ToEncodedList() });
            }

            Promise(read.Count == frames.Count && read.ToEncodedList().Count == frames.Count, "There are as many frames as announced.");
        }
        else if (command.Kind == ClientCommandKind.Judges)
        {
            var judges = ((JudgesCommand)command).Judges;
            var count = 0;
            foreach (var judge in judges)
            {
                Promise(Enum.IsDefined(judge.Judgement), "A judgement is one that exists.");
                count++;
            }

            Promise(count == judges.Count, "There are as many judgements as announced.");
        }
    }

    private static byte[] PayloadOf(byte[]? frame)
    {
        Promise(frame is not null, "What was read is not too long to be written.");
        var buffer = new ReadOnlySequence<byte>(frame!);
        Promise(
            FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame && buffer.IsEmpty,
            "What was written is one frame.");
        return payload.ToArray();
    }

    private static void Promise(bool holds, string promise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(promise);
        }
    }
}
