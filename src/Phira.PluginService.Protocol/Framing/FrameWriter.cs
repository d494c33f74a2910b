using System.Buffers;
using System.Diagnostics;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Framing;

/// <summary>Writes commands of both directions as frames.</summary>
public static class FrameWriter
{
    /// <summary>Writes length and payload of a command in one go.</summary>
    /// <returns>False, and nothing is written, when the payload exceeds what any receiver accepts.</returns>
    public static bool TryWrite(ClientCommand command, IBufferWriter<byte> output) => TryWriteAny(command, output);

    /// <inheritdoc cref="TryWrite(ClientCommand, IBufferWriter{byte})" />
    public static bool TryWrite(ServerCommand command, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(command);
        return TryWriteAny(command, output);
    }

    /// <summary>Makes the frame of a command: encode once, send to many.</summary>
    /// <returns>The frame, or null when the payload exceeds what any receiver accepts.</returns>
    public static byte[]? TryEncode(ClientCommand command) => TryEncodeAny(command);

    /// <inheritdoc cref="TryEncode(ClientCommand)" />
    public static byte[]? TryEncode(ServerCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return TryEncodeAny(command);
    }

    /// <summary>The size of a command's payload in bytes.</summary>
    public static long PayloadLength(ClientCommand command) => LengthOfAny(command);

    /// <inheritdoc cref="PayloadLength(ClientCommand)" />
    public static long PayloadLength(ServerCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return LengthOfAny(command);
    }

    private static bool TryWriteAny<TCommand>(TCommand command, IBufferWriter<byte> output)
        where TCommand : IWireCommand
    {
        ArgumentNullException.ThrowIfNull(output);
        var length = LengthOfAny(command);
        if (length > ProtocolLimits.MaxPayload)
        {
            return false;
        }

        var size = Uleb.Size((uint)length) + (int)length;
        Fill(output.GetSpan(size)[..size], (uint)length, command);
        output.Advance(size);
        return true;
    }

    private static byte[]? TryEncodeAny<TCommand>(TCommand command)
        where TCommand : IWireCommand
    {
        var length = LengthOfAny(command);
        if (length > ProtocolLimits.MaxPayload)
        {
            return null;
        }

        var frame = GC.AllocateUninitializedArray<byte>(Uleb.Size((uint)length) + (int)length);
        Fill(frame, (uint)length, command);
        return frame;
    }

    private static long LengthOfAny<TCommand>(TCommand command)
        where TCommand : IWireCommand
    {
        var counter = default(WireCounter);
        command.Write(ref counter);
        return counter.Length;
    }

    private static void Fill<TCommand>(Span<byte> frame, uint length, TCommand command)
        where TCommand : IWireCommand
    {
        var writer = new WireWriter(frame);
        writer.Uleb(length);
        command.Write(ref writer);
        Debug.Assert(writer.Position == frame.Length, "Counting and writing disagree.");
    }
}
