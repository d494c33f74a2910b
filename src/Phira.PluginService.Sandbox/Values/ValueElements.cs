namespace Phira.PluginService.Sandbox.Values;

/// <summary>The elements of a list that is being written.</summary>
internal readonly struct ValueElements(IValueMemory memory, ValueLayout element, uint address, int count)
{
    /// <summary>An element.</summary>
    public ValueWriter this[int position] => (uint)position < (uint)count
        ? new ValueWriter(memory, element, address + ((uint)position * (uint)element.Size))
        : throw new ArgumentOutOfRangeException(nameof(position));
}
