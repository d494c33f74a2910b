namespace Phira.PluginService.Core.Rooms;

/// <summary>A result that counted in a round of this server.</summary>
/// <param name="Chart">The chart of the round.</param>
/// <param name="Room">The name of the room.</param>
/// <param name="At">Time at which the result arrived.</param>
public sealed record RoundRecord(ChartSnapshot Chart, string Room, DateTimeOffset At, PlayRecord Play);
