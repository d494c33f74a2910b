using System.Collections.Immutable;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Simulation.Client;

/// <summary>The copy of its room that a client keeps, as far as the server's frames tell.</summary>
public sealed record ClientRoom
{
    /// <summary>The name of the room.</summary>
    public required RoomName Name { get; init; }

    /// <summary>The state.</summary>
    public required RoomState State { get; init; }

    /// <summary>The chart that a state named last; the game plays this one.</summary>
    public int? Chart { get; init; }

    /// <summary>Whether a monitor watches the room.</summary>
    public bool Live { get; init; }

    /// <summary>Whether the room is locked; assumed false after joining.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether the host role is passed on; assumed false after joining.</summary>
    public bool Cycle { get; init; }

    /// <summary>Whether this client is host.</summary>
    public bool IsHost { get; init; }

    /// <summary>Whether this client believes that it is ready.</summary>
    public bool IsReady { get; init; }

    /// <summary>The number of rounds that were on while this client was in the room.</summary>
    public int Rounds { get; init; }

    /// <summary>Everybody in the room.</summary>
    public ImmutableSortedDictionary<int, UserInfo> Users { get; init; } = ImmutableSortedDictionary<int, UserInfo>.Empty;

    internal static ClientRoom Created(RoomName name, UserInfo? self) => new()
    {
        Name = name,
        State = RoomState.SelectChart(null),
        IsHost = true,
        Users = Map(self is null ? [] : [self with { Monitor = false }]),
    };

    internal static ClientRoom Joined(RoomName name, JoinRoomResponse response) => new ClientRoom
    {
        Name = name,
        State = response.State,
        Live = response.Live,
        Users = Map(response.Users),
    }.Entered();

    internal static ClientRoom Resumed(ClientRoomState state) => new ClientRoom
    {
        Name = state.Id,
        State = state.State,
        Live = state.Live,
        Locked = state.Locked,
        Cycle = state.Cycle,
        IsHost = state.IsHost,
        IsReady = state.IsReady,
        Users = Map(state.Users),
    }.Entered();

    /// <summary>The game sets its own readiness by its own host role at each change of state.</summary>
    internal ClientRoom Changed(RoomState state) => (this with { State = state, IsReady = IsHost }).Entered();

    private ClientRoom Entered() => this with
    {
        Chart = State.Kind == RoomStateKind.SelectChart ? State.Chart : Chart,
        Rounds = State.Kind == RoomStateKind.Playing ? Rounds + 1 : Rounds,
    };

    private static ImmutableSortedDictionary<int, UserInfo> Map(WireList<UserInfo> users) =>
        ImmutableSortedDictionary<int, UserInfo>.Empty.SetItems(users.Select(user => KeyValuePair.Create(user.Id, user)));
}
