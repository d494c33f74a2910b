namespace Phira.PluginService.Protocol.Data;

/// <summary>One finger at one moment.</summary>
/// <param name="Finger">The finger's slot; negative (the bitwise complement of the slot) when it was lifted.</param>
/// <param name="Position">Where it is.</param>
public readonly record struct TouchPoint(sbyte Finger, CompactPos Position);
