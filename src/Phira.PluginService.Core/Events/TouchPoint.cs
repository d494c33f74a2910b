namespace Phira.PluginService.Core.Events;

/// <summary>One finger in a touch frame.</summary>
/// <param name="Finger">The slot; negative when the finger was lifted (bitwise complement of its slot).</param>
/// <param name="X">Horizontal position, about -1 to 1.</param>
/// <param name="Y">Vertical position times the aspect ratio.</param>
public readonly record struct TouchPoint(sbyte Finger, float X, float Y);
