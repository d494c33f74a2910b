using System.Buffers;
using Phira.PluginService.Protocol;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Fuzz;

/// <summary>What is fed with arbitrary bytes. Whatever they are, nothing may be thrown but by a promise that does not hold.</summary>
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

    /// <summary>A payload as the server reads it. What it has read it can write and read again.</summary>
    private static void FromClient(byte[] payload)
    {
        if (!ClientCommandDecoder.TryDecode(new ReadOnlySequence<byte>(payload), DecodeLimits.Server, out var command, out var error))
        {
            Promise(error != DecodeError.None, "A refusal has a reason.");
        }
        else if (ClientFrameWriter.TryEncode(command) is { } frame)
        {
            var again = PayloadOf(frame);
            Promise(ClientCommandDecoder.TryDecode(again, DecodeLimits.Server, out _, out _), "What was written can be read.");
        }
    }

    private static void FromServer(byte[] payload)
    {
        var read = ServerCommandDecoder.TryDecode(new ReadOnlySequence<byte>(payload), out var command, out var error);
        Promise(read == (command is not null) && read == (error == DecodeError.None), "A refusal has a reason.");
    }

    /// <summary>A stream of frames, whose payloads go on to the decoder.</summary>
    private static void Frames(byte[] bytes)
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        while (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame)
        {
            Promise(payload.Length is > 0 and <= ProtocolLimits.MaxPayload, "A frame is neither empty nor too long.");
            FromClient(payload.ToArray());
        }
    }

    private static ReadOnlySequence<byte> PayloadOf(byte[] frame)
    {
        var buffer = new ReadOnlySequence<byte>(frame);
        Promise(
            FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame && buffer.IsEmpty,
            "What was written is one frame.");
        return payload;
    }

    private static void Promise(bool holds, string promise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(promise);
        }
    }
}
