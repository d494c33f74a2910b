using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.GameServer.Text;

/// <summary>
/// Every text that the server itself sends to games. Those in the first two groups are the official server's, so that
/// players find the words they know; the game shows them below its own headline.
/// </summary>
internal static class GameTexts
{
    // Translated by the official server.
    public static readonly GameText RoomIdOccupied = new("Room ID is occupied", "房间 ID 已被占用", "房間 ID 已被佔用");
    public static readonly GameText GameOngoing = new("Game is ongoing", "游戏正在进行中", "遊戲正在進行中");
    public static readonly GameText RoomFull = new("Room is full", "房间已满", "房間已滿");
    public static readonly GameText RoomLocked = new("Room is locked", "房间已锁定", "房間已鎖定");
    public static readonly GameText CannotMonitor =
        new("Permission denied. You can't monitor this room.", "权限不足，不能旁观房间", "權限不足，不能旁觀房間");

    public static readonly GameText NoChartSelected = new("No chart selected", "还没有选择谱面", "還沒有選擇譜面");

    // Fixed English in the official server.
    public static readonly GameText LoginFailed = GameText.Fixed("failed to fetch info");
    public static readonly GameText RepeatedLogin = GameText.Fixed("repeated authenticate");
    public static readonly GameText InvalidToken = GameText.Fixed("invalid token");
    public static readonly GameText NoRoom = GameText.Fixed("no room");
    public static readonly GameText AlreadyInRoom = GameText.Fixed("already in room");
    public static readonly GameText RoomNotFound = GameText.Fixed("room not found");
    public static readonly GameText InvalidState = GameText.Fixed("invalid state");
    public static readonly GameText HostOnly = GameText.Fixed("only host can do this");
    public static readonly GameText AlreadyReady = GameText.Fixed("already ready");
    public static readonly GameText NotReady = GameText.Fixed("not ready");
    public static readonly GameText InvalidRecord = GameText.Fixed("invalid record");
    public static readonly GameText AlreadyUploaded = GameText.Fixed("already uploaded");
    public static readonly GameText Aborted = GameText.Fixed("aborted");

    // This server's own.
    public static readonly GameText ChartNotFound = new("There is no such chart", "谱面不存在", "譜面不存在");
    public static readonly GameText ChartUnavailable =
        new("The chart could not be looked up, please try again", "查询谱面失败，请重试", "查詢譜面失敗，請重試");

    public static readonly GameText RecordUnavailable =
        new("The record could not be looked up, please try again", "查询成绩失败，请重试", "查詢成績失敗，請重試");

    public static readonly GameText TooFast = new("Too many requests, please slow down", "操作过于频繁，请稍后再试", "操作過於頻繁，請稍後再試");
    public static readonly GameText Busy = new("The server is busy, please try again", "服务器繁忙，请重试", "伺服器繁忙，請重試");
    public static readonly GameText Fault = new("The server met an internal error", "服务器内部错误", "伺服器內部錯誤");
    public static readonly GameText TooManyRooms = new("The server has no room for another room", "服务器房间数已达上限", "伺服器房間數已達上限");
    public static readonly GameText TooManyMonitors = new("The room has enough monitors", "房间旁观人数已满", "房間旁觀人數已滿");
    public static readonly GameText Stopping = new("The server is shutting down", "服务器正在关闭", "伺服器正在關閉");
    public static readonly GameText Maintenance =
        new("The server is under maintenance, please come back later", "服务器维护中，请稍后再来", "伺服器維護中，請稍後再來");

    public static readonly GameText RoomCreationOff =
        new("New rooms are not accepted at present", "目前不能创建新房间", "目前不能建立新房間");

    public static readonly GameText NotAPlayer = new("Not a player of this room", "不是该房间的玩家", "不是該房間的玩家");
    public static readonly GameText NoPlayers = new("The room has no players", "房间内没有玩家", "房間內沒有玩家");
    public static readonly GameText LoggedInElsewhere =
        new("Your account has logged in from another place", "你的账号已在别处登录", "你的帳號已在別處登入");

    public static readonly GameText TooManyLogins = new(
        "Too many logins from your address, please try again in a few seconds",
        "来自你所在地址的登录过于频繁，请过几秒再试",
        "來自你所在位址的登入過於頻繁，請過幾秒再試");

    public static readonly GameText TooManyFromAddress = new(
        "Too many players are connected from your address",
        "来自你所在地址的连接数已达上限",
        "來自你所在位址的連線數已達上限");

    public static readonly GameText ServerFull =
        new("The server is full, please come back later", "服务器人数已满，请稍后再来", "伺服器人數已滿，請稍後再來");

    public static readonly GameText ProxyNotTrusted = new(
        "The server does not accept its proxy; please tell its administrator, whose log says how to fix it",
        "服务器没有信任它前面的代理，请告知管理员，解决办法见服务器日志",
        "伺服器沒有信任它前面的代理，請告知管理員，解決辦法見伺服器日誌");

    public static readonly GameText ProxyHeaderMissing = new(
        "The server's proxy does not say where you come from; please tell the administrator, whose log says how to fix it",
        "服务器前面的代理没有告知玩家的地址，请告知管理员，解决办法见服务器日志",
        "伺服器前面的代理沒有告知玩家的位址，請告知管理員，解決辦法見伺服器日誌");

    public static readonly GameText CommandRunning = new("Your command is still running…", "命令仍在执行中……", "指令仍在執行中……");
    public static readonly GameText CommandTimedOut = new("Your command took too long and was cancelled", "命令执行超时，已取消", "指令執行逾時，已取消");
    public static readonly GameText CommandFailed = new("Your command failed", "命令执行失败", "指令執行失敗");

    public static GameText UnknownVersion(byte version) => new(
        $"Your game speaks version {version} of the multiplayer protocol, this server version {ProtocolLimits.Version}; update whichever is older",
        $"你的游戏使用多人协议版本 {version}，本服务器使用版本 {ProtocolLimits.Version}，请更新较旧的一方",
        $"你的遊戲使用多人協定版本 {version}，本伺服器使用版本 {ProtocolLimits.Version}，請更新較舊的一方");

    /// <summary>The server stops after the rounds in progress, or when it has waited long enough for them.</summary>
    public static GameText StoppingAfterRounds(TimeSpan limit) => new(
        $"The server shuts down when the rounds in progress end, after {limit.TotalSeconds:0} seconds at the latest; new ones cannot begin",
        $"服务器将在进行中的对局结束后关闭，最多再等 {limit.TotalSeconds:0} 秒；不能再开始新的对局",
        $"伺服器將在進行中的對局結束後關閉，最多再等 {limit.TotalSeconds:0} 秒；不能再開始新的對局");

    /// <summary>The first result of a round is in, and the time of the others is limited.</summary>
    public static GameText RoundTimeBegins(TimeSpan left) => new(
        $"The others have {left.TotalSeconds:0} seconds left to finish this round",
        $"其他玩家还有 {left.TotalSeconds:0} 秒时间打完本局",
        $"其他玩家還有 {left.TotalSeconds:0} 秒時間打完本局");

    /// <summary>That time is over.</summary>
    public static GameText RoundTimeOver(IEnumerable<string> late)
    {
        var names = late.ToList();
        return new(
            $"Time is up. Not finished: {string.Join(", ", names)}",
            $"时间到，未打完：{string.Join('、', names)}",
            $"時間到，未打完：{string.Join('、', names)}");
    }
}
