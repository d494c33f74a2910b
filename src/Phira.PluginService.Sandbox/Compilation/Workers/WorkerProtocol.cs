using System.Buffers.Binary;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>The messages between the service and a worker: a header of fixed size, then bytes.</summary>
internal static class WorkerProtocol
{
    private const int RequestHeader = sizeof(byte) + (4 * sizeof(long));
    private const int ReplyHeader = sizeof(byte) + sizeof(long);

    public static void WriteRequest(Stream stream, WorkerRequest request)
    {
        var header = new byte[RequestHeader];
        header[0] = (byte)request.Task;
        var numbers = header.AsSpan(sizeof(byte));
        BinaryPrimitives.WriteInt64LittleEndian(numbers, request.Budget.MemoryBytes);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[sizeof(long)..], request.Budget.Cpu.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[(2 * sizeof(long))..], request.Budget.Stall.Ticks);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[(3 * sizeof(long))..], request.Component.Length);
        stream.Write(header);
        stream.Write(request.Component.Span);
        stream.Flush();
    }

    /// <summary>Reads a request; null at the end of the stream, also in the middle of one.</summary>
    public static WorkerRequest? ReadRequest(Stream stream)
    {
        var header = new byte[RequestHeader];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        var numbers = header.AsSpan(sizeof(byte));
        var component = new byte[BinaryPrimitives.ReadInt64LittleEndian(numbers[(3 * sizeof(long))..])];
        return stream.ReadAtLeast(component, component.Length, throwOnEndOfStream: false) < component.Length
            ? null
            : new WorkerRequest(
                (WorkerTask)header[0],
                component,
                new CompileBudget(
                    BinaryPrimitives.ReadInt64LittleEndian(numbers),
                    TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(numbers[sizeof(long)..])),
                    TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(numbers[(2 * sizeof(long))..]))));
    }

    public static void WriteReply(Stream stream, WorkerOutcome outcome, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[ReplyHeader];
        header[0] = (byte)outcome;
        BinaryPrimitives.WriteInt64LittleEndian(header[sizeof(byte)..], payload.Length);
        stream.Write(header);
        stream.Write(payload);
        stream.Flush();
    }

    /// <summary>Reads a reply.</summary>
    /// <exception cref="EndOfStreamException">The worker has ended.</exception>
    /// <exception cref="InvalidDataException">The worker wrote something else than a reply.</exception>
    public static (WorkerOutcome Outcome, byte[] Payload) ReadReply(Stream stream, long maximumBytes)
    {
        var header = new byte[ReplyHeader];
        stream.ReadExactly(header);
        var (outcome, length) = ((WorkerOutcome)header[0], BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(sizeof(byte))));
        if (outcome > WorkerOutcome.OutOfMemory || length < 0 || length > maximumBytes)
        {
            throw new InvalidDataException($"reply {header[0]} of {length} bytes");
        }

        var payload = new byte[length];
        stream.ReadExactly(payload);
        return (outcome, payload);
    }
}
