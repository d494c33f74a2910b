using System.Buffers;
using System.Diagnostics;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Framing;

/// <summary>Writes client commands as frames.</summary>
public static class ClientFrameWriter
{
    /// <summary>Writes length and payload of a command in one go.</summary>
    /// <param name="command">The command.</param>
    /// <param name="output">Where to.</param>
    /// <returns>False, and nothing is written, when the payload exceeds what any receiver accepts.</returns>
    public static bool TryWrite(ClientCommand command, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(output);
        var length = PayloadLength(command);
        if (length > ProtocolLimits.MaxPayload)
        {
            return false;
        }

        var size = Uleb.Size((uint)length) + (int)length;
        Fill(output.GetSpan(size)[..size], (uint)length, command);
        output.Advance(size);
        return true;
    }

    /// <summary>Makes the frame of a command: encode once, send to many.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The frame, or null when the payload exceeds what any receiver accepts.</returns>
    public static byte[]? TryEncode(ClientCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var length = PayloadLength(command);
        if (length > ProtocolLimits.MaxPayload)
        {
            return null;
        }

        var frame = GC.AllocateUninitializedArray<byte>(Uleb.Size((uint)length) + (int)length);
        Fill(frame, (uint)length, command);
        return frame;
    }

    /// <summary>The size of a command's payload in bytes.</summary>
    /// <param name="command">The command.</param>
    public static long PayloadLength(ClientCommand command)
    {
        var counter = default(WireCounter);
        ClientCommandBody.Write(ref counter, command);
        return counter.Length;
    }

    private static void Fill(Span<byte> frame, uint length, ClientCommand command)
    {
        var writer = new WireWriter(frame);
        writer.Uleb(length);
        ClientCommandBody.Write(ref writer, command);
        Debug.Assert(writer.Position == frame.Length, "Counting and writing disagree.");
    }
}
