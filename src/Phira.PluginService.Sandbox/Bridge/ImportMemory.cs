using System.Buffers.Binary;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Values;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>The memory that imports pass through: the host reads arguments there and writes results; both end with the call.</summary>
internal sealed unsafe class ImportMemory : ValueMemory
{
    private readonly uint _start;

    private ImportMemory(LinearMemory memory, uint start)
        : base(memory) => _start = start;

    /// <summary>Takes the memory of a bridge.</summary>
    /// <param name="start">The address at which data of variable size begins.</param>
    /// <exception cref="WasmtimeException">It is another's.</exception>
    public static ImportMemory Take(LinearMemory? memory, uint start)
    {
        if (memory is null || memory.Size < start || *(ulong*)memory.Address != BridgeNames.ImportsMark)
        {
            throw new WasmtimeException("The memory of the imports was not found.");
        }

        memory.UseForValues();
        return new ImportMemory(memory, start);
    }

    /// <summary>Continues behind the arguments.</summary>
    public void Begin() => End = BinaryPrimitives.ReadUInt32LittleEndian(At(BridgeNames.EndAddress, sizeof(uint)));

    /// <summary>Writes the result of a function.</summary>
    /// <param name="layout">The layout; null when the function returns nothing.</param>
    /// <returns>The size that the memory needs first, in bytes; 0 when the result is written.</returns>
    public uint TryWrite(GuestImport import, ValueLayout? layout, uint address)
    {
        var begun = End;
        try
        {
            if (layout is not null)
            {
                At(address, layout.Size).Clear();
                import.Write(new ValueWriter(this, layout, address));
            }
        }
        catch (NoRoomException exception)
        {
            End = begun;
            return exception.Advise(Size);
        }

        // The guest's code cannot run before the result is copied, so nothing else is written behind it meanwhile.
        BinaryPrimitives.WriteUInt32LittleEndian(At(BridgeNames.EndAddress, sizeof(uint)), _start);
        return 0;
    }

    /// <inheritdoc />
    protected override void MakeRoom(long end) => throw new NoRoomException(end);
}
