using System.Buffers.Binary;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>The memory of the bridge to a guest's functions: the host writes arguments there and reads results, which end with the next call.</summary>
internal sealed unsafe class BridgeMemory : ValueMemory
{
    private const uint ProbeAddress = BridgeNames.Start;

    private readonly nint _context;
    private readonly NativeFunction _reserve;

    private BridgeMemory(nint context, LinearMemory memory, NativeFunction reserve)
        : base(memory) => (_context, _reserve) = (context, reserve);

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
    public void Begin() => End = BridgeNames.Start;

    /// <summary>Tells the bridge where free memory starts for the values it writes.</summary>
    public void Commit() => BinaryPrimitives.WriteUInt32LittleEndian(At(BridgeNames.EndAddress, sizeof(uint)), End);

    /// <inheritdoc />
    protected override void MakeRoom(long end)
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
