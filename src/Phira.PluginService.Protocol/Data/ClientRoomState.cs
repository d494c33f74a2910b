namespace Phira.PluginService.Protocol.Data;

/// <summary>A room as the client that is in it sees it. On the wire the users are a map: each one is preceded by its id.</summary>
/// <param name="Id">The name of the room.</param>
/// <param name="Live">Whether a monitor watches, so that players should stream.</param>
/// <param name="Locked">Whether the room is locked.</param>
/// <param name="Cycle">Whether the host role is passed on after each round.</param>
/// <param name="IsHost">Whether the receiver is host.</param>
/// <param name="IsReady">Whether the receiver is ready.</param>
/// <param name="Users">Everybody in the room, monitors and the receiver included.</param>
public sealed record ClientRoomState(
    RoomName Id,
    RoomState State,
    bool Live,
    bool Locked,
    bool Cycle,
    bool IsHost,
    bool IsReady,
    WireList<UserInfo> Users);
