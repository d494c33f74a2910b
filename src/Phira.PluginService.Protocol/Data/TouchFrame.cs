namespace Phira.PluginService.Protocol.Data;

/// <summary>The fingers of a player at one moment.</summary>
/// <param name="Time">Chart time in seconds.</param>
/// <param name="Points">The fingers that changed; none when only time has passed.</param>
public readonly record struct TouchFrame(float Time, WireList<TouchPoint> Points);
