namespace Phira.PluginService.Sandbox.Values;

/// <summary>The memory in which values are exchanged with a guest.</summary>
internal interface IValueMemory
{
    /// <summary>Reserves bytes until the end of the call.</summary>
    /// <returns>The address of the reserved bytes.</returns>
    uint Allocate(long size, int alignment);

    /// <summary>The bytes at an address.</summary>
    /// <exception cref="ValueShapeException">They are not all there.</exception>
    Span<byte> At(uint address, long size);
}
