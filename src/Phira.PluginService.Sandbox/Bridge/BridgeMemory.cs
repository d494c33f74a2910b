using System.Buffers.Binary;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// The bridge's own memory, which the guest can neither read nor write. The host writes arguments there and reads results; what is in it ends
/// with the next call. Used by the instance's thread only.
/// </summary>
internal sealed unsafe class BridgeMemory : IValueMemory
{
    private const uint ProbeAddress = BridgeNames.Start;

    private readonly nint _context;
    private readonly LinearMemory _memory;
    private readonly NativeFunction _reserve;
    private uint _end = BridgeNames.Start;

    private BridgeMemory(nint context, LinearMemory memory, NativeFunction reserve) => (_context, _memory, _reserve) = (context, memory, reserve);

    /// <summary>Takes the memory of the bridge that was made last.</summary>
    /// <param name="memory">The memory that was created last; it is the bridge's, for a bridge is instantiated after its guest.</param>
    /// <exception cref="WasmtimeException">It is another's.</exception>
    public static BridgeMemory Take(nint context, LinearMemory memory, NativeFunction reserve, NativeFunction peek)
    {
        var taken = new BridgeMemory(context, memory, reserve);
        memory.UseForValues();

        // What is written there must be what the bridge reads.
        var probe = taken.At(ProbeAddress, sizeof(uint));
        foreach (var value in (ReadOnlySpan<uint>)[(uint)Random.Shared.Next(), (uint)Random.Shared.Next()])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(probe, value);
            if (taken.Peek(peek) != value)
            {
                throw new WasmtimeException("The memory of the bridge was not found.");
            }
        }

        return taken;
    }

    /// <summary>Forgets the values of the call before.</summary>
    public void Begin() => _end = BridgeNames.Start;

    /// <summary>Tells the bridge where free memory starts for the values it writes.</summary>
    public void Commit() => BinaryPrimitives.WriteUInt32LittleEndian(At(BridgeNames.EndAddress, sizeof(uint)), _end);

    /// <inheritdoc />
    public uint Allocate(long size, int alignment)
    {
        var start = ((long)_end + alignment - 1) & -alignment;
        var end = start + size;
        if (end > (long)_memory.Size)
        {
            Grow(end);
        }

        _end = (uint)end;
        return (uint)start;
    }

    /// <inheritdoc />
    public Span<byte> At(uint address, long size) => size is >= 0 and <= int.MaxValue && address + size <= (long)_memory.Size
        ? new Span<byte>((byte*)_memory.Address + address, (int)size)
        : throw new ValueShapeException($"There are no {size} bytes at {address}.");

    private void Grow(long end)
    {
        if (end > uint.MaxValue)
        {
            throw new ValueShapeException("The values are larger than a memory can be.");
        }

        var reserve = _reserve;
        var argument = new NativeValue { Kind = NativeValue.U32Kind, Number = (uint)end };
        NativeError.Check(ComponentApi.Call(&reserve, _context, &argument, 1, null, 0));
    }

    private uint Peek(NativeFunction peek)
    {
        var argument = new NativeValue { Kind = NativeValue.U32Kind, Number = ProbeAddress };
        NativeValue result;
        NativeError.Check(ComponentApi.Call(&peek, _context, &argument, 1, &result, 1));
        return result.Number;
    }
}
