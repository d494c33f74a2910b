using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>The phase of a room's round, with what belongs to that phase alone.</summary>
internal abstract record RoomRound(RoomPhase Phase)
{
    /// <summary>The host chooses a chart.</summary>
    public sealed record Selecting() : RoomRound(RoomPhase.SelectChart)
    {
        public static readonly Selecting Instance = new();
    }

    /// <summary>Everybody gets ready. Departed users may still be in the set: only current members are looked at.</summary>
    public sealed record Waiting(ImmutableHashSet<UserId> Ready, UserId? StartedBy) : RoomRound(RoomPhase.WaitingForReady);

    /// <summary>The round is played. The number tells it from the room's earlier rounds.</summary>
    public sealed record Playing(int Number, ImmutableArray<PlayRecord> Records, ImmutableArray<UserId> Aborted) : RoomRound(RoomPhase.Playing)
    {
        public static Playing Begin(int number) => new(number, [], []);

        public bool HasResult(UserId user) => Records.Any(record => record.Player == user);

        public bool IsDone(UserId user) => HasResult(user) || Aborted.Contains(user);
    }
}
