namespace Phira.PluginService.Core.Results;

/// <summary>Failures of actions on the game server.</summary>
public static class GameErrors
{
    /// <summary>{0}: user id.</summary>
    public static readonly ErrorCode UserNotFound = new(
        "user.not_found",
        ErrorKind.NotFound,
        new("User {0} is not on this server.", "用户 {0} 不在本服务器上。"),
        new("See who is online with GET /api/v1/users.", "用 GET /api/v1/users 查看在线用户。"));

    /// <summary>{0}: room handle or name.</summary>
    public static readonly ErrorCode RoomNotFound = new(
        "room.not_found",
        ErrorKind.NotFound,
        new("There is no room {0}.", "房间 {0} 不存在。"),
        new("See the open rooms with GET /api/v1/rooms.", "用 GET /api/v1/rooms 查看现有房间。"));
}
