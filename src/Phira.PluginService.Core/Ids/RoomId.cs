namespace Phira.PluginService.Core.Ids;

/// <summary>
/// The host's handle of a room, unique while the process runs and never reused. Players see the room's textual name instead.
/// </summary>
/// <param name="Value">The number, from 1 and below 2^31 so that every guest language can hold it.</param>
public readonly record struct RoomId(uint Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
