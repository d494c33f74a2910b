namespace Phira.PluginService.Protocol.Data;

/// <summary>A room as the one who just entered sees it.</summary>
/// <param name="Users">Players in the order they joined, then monitors; the receiver included.</param>
/// <param name="Live">Whether a monitor watches.</param>
public sealed record JoinRoomResponse(RoomState State, WireList<UserInfo> Users, bool Live);
