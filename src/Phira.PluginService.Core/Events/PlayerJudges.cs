using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Events;

/// <summary>Notes were judged. High rate.</summary>
/// <param name="Judges">The judgements, oldest first.</param>
public sealed record PlayerJudges(UserId Player, RoomId Room, ImmutableArray<JudgeEvent> Judges) : GameEvent(EventTypes.PlayerJudges)
{
    /// <inheritdoc />
    public override UserId? UserId => Player;

    /// <inheritdoc />
    public override RoomId? RoomId => Room;
}
