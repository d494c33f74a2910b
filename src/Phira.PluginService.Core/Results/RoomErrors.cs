namespace Phira.PluginService.Core.Results;

/// <summary>Reasons why a room cannot do what it is asked to.</summary>
public static class RoomErrors
{
    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode WrongPhase = new(
        "room.wrong_phase",
        ErrorKind.Conflict,
        new("Room {0} cannot do this in its present phase.", "房间 {0} 在当前阶段无法执行此操作。"),
        new(
            "Wait until the room selects a chart again; a round that is getting ready can be cancelled.",
            "请等待房间回到选谱阶段；处于准备阶段的对局可以取消。"));

    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode NoChart = new(
        "room.no_chart",
        ErrorKind.Conflict,
        new("Room {0} has no chart selected.", "房间 {0} 尚未选择谱面。"),
        new("Select a chart first.", "请先选择谱面。"));

    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode NoPlayers = new(
        "room.no_players",
        ErrorKind.Conflict,
        new("Room {0} has no players.", "房间 {0} 没有玩家。"),
        new("Wait until somebody has joined as a player.", "请等待玩家加入。"));

    /// <summary>{0}: user id. {1}: room handle.</summary>
    public static readonly ErrorCode NoSuchMember = new(
        "room.no_such_member",
        ErrorKind.NotFound,
        new("User {0} is not in room {1}.", "用户 {0} 不在房间 {1} 中。"),
        new("See the room's members with GET /api/v1/rooms.", "用 GET /api/v1/rooms 查看房间成员。"));

    /// <summary>{0}: user id. {1}: room handle.</summary>
    public static readonly ErrorCode NoSuchPlayer = new(
        "room.no_such_player",
        ErrorKind.NotFound,
        new("User {0} is not a player of room {1}.", "用户 {0} 不是房间 {1} 的玩家。"),
        new("Name a player of the room; spectators cannot lead it.", "请指定该房间的玩家；旁观者不能成为房主。"));

    /// <summary>{0}: players asked for. {1}: most players allowed.</summary>
    public static readonly ErrorCode SizeOutOfRange = new(
        "room.size_out_of_range",
        ErrorKind.InvalidArgument,
        new("A room cannot have {0} players; 1 to {1} are allowed.", "房间不能容纳 {0} 名玩家；允许 1 到 {1} 名。"),
        new(
            "Ask for fewer players, or raise limits.max_players_per_room in section [game] (64 at most).",
            "请减少人数，或在 [game] 中调高 limits.max_players_per_room（最多 64）。"));

    /// <summary>{0}: most rooms allowed.</summary>
    public static readonly ErrorCode LimitReached = new(
        "room.limit_reached",
        ErrorKind.QuotaExceeded,
        new("The server has {0} rooms, as many as it may.", "服务器已有 {0} 个房间，达到上限。"),
        new(
            "Disband a room, or raise limits.max_rooms in section [game].", "请解散一个房间，或在 [game] 中调高 limits.max_rooms。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode CreationOff = new(
        "room.creation_off",
        ErrorKind.Unavailable,
        new("New rooms are not accepted at present.", "目前不能创建新房间。"),
        new(
            "Switch room creation on in the server settings, or wait until the server has restarted.",
            "请在服务器设置中开启房间创建，或等待服务器重启完成。"));

    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode Busy = new(
        "room.busy",
        ErrorKind.QuotaExceeded,
        new("Room {0} has too many requests waiting.", "房间 {0} 等待处理的请求过多。"),
        new("Try again in a moment.", "请稍后重试。"));

    /// <summary>{0}: room handle.</summary>
    public static readonly ErrorCode Fault = new(
        "room.fault",
        ErrorKind.Internal,
        new("Room {0} failed to carry this out.", "房间 {0} 执行此操作时出错。"),
        new("See the service's log.", "请查看服务日志。"));
}
