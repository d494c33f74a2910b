using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// A memory of a bridge, which the guest can neither read nor write. What the host writes there for a call is put one behind the other, and ends with the
/// call. Used by the instance's thread only.
/// </summary>
internal abstract unsafe class ValueMemory(LinearMemory memory) : IValueMemory
{
    /// <summary>Up to where the memory is taken.</summary>
    protected uint End { get; set; }

    /// <summary>The current size in bytes.</summary>
    protected long Size => (long)memory.Size;

    /// <inheritdoc />
    public uint Allocate(long size, int alignment)
    {
        var start = ((long)End + alignment - 1) & -alignment;
        var end = start + size;
        if (end > Size)
        {
            MakeRoom(end);
        }

        End = (uint)end;
        return (uint)start;
    }

    /// <inheritdoc />
    public Span<byte> At(uint address, long size) => size is >= 0 and <= int.MaxValue && address + size <= Size
        ? new Span<byte>((byte*)memory.Address + address, (int)size)
        : throw new ValueShapeException($"There are no {size} bytes at {address}.");

    /// <summary>Makes the memory at least this large.</summary>
    protected abstract void MakeRoom(long end);
}
