using System.Collections.Immutable;

namespace Phira.PluginService.Core.Events;

/// <summary>The fingers of a player at one moment.</summary>
/// <param name="Time">Chart time in seconds.</param>
/// <param name="Points">The fingers; none when only time has passed.</param>
public sealed record TouchFrame(float Time, ImmutableArray<TouchPoint> Points);
