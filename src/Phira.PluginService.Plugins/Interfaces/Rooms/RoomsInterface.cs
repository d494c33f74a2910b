using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Rooms;

/// <summary>The interface <c>rooms</c>.</summary>
internal static class RoomsInterface
{
    // No room has this name: whoever may manage certain rooms may not open others.
    private static readonly PermissionTarget _newRoom = new() { Room = "#new" };

    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "rooms",
        new HostFunction("create-room", CreateRoom)
        {
            Permission = PermissionNames.ManageRooms,
            Target = static (_, _) => _newRoom,
            Moderation = static (_, _) => new ModerationCall(PluginAuditActions.CreateRoom, "room:#new", ""),
        },
        Managing("disband-room", DisbandRoom, Moderations.OfRoom(PluginAuditActions.DisbandRoom)),
        new HostFunction("get-room-info", GetRoomInfo) { Permission = PermissionNames.ReadRooms, Target = Ids.RoomTarget },
        Managing("set-room-lock", SetLock, static (context, arguments) =>
            Moderations.OfRoom(arguments[1].AsBool() ? PluginAuditActions.LockRoom : PluginAuditActions.UnlockRoom)(context, arguments)),
        new HostFunction("find-room", FindRoom)
        {
            Permission = PermissionNames.ReadRooms,
            Target = static (_, arguments) => new PermissionTarget { Room = arguments[0].AsString() },
        },
        new HostFunction("list-rooms", ListRooms) { Permission = PermissionNames.ReadRooms },
        Managing("kick-from-room", KickFromRoom, Moderations.OfMember(PluginAuditActions.KickFromRoom, reasonAt: 2)),
        Managing("transfer-host", TransferHost, Moderations.OfMember(PluginAuditActions.TransferHost)),
        Managing("set-room-cycle", SetCycle, Moderations.OfRoom(PluginAuditActions.CycleRoom)),
        Managing("set-room-chart", SetChart, Moderations.OfRoom(PluginAuditActions.ChooseChart)),
        Managing("start-game", StartGame, Moderations.OfRoom(PluginAuditActions.StartGame)),
        Managing("cancel-game", CancelGame, Moderations.OfRoom(PluginAuditActions.CancelGame)));

    private static HostFunction Managing(string name, HostHandler handler, ModerationReader moderation) => new(name, handler)
    {
        Permission = PermissionNames.ManageRooms, Target = Ids.RoomTarget, Moderation = moderation,
    };

    private static HostReply CreateRoom(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var size = (int)Math.Min(int.MaxValue, arguments[0].AsU32());
        return HostWait.TryWait(context, token => context.Services.Rooms.CreateRoomAsync(size, token), out var result)
            ? result.IsSuccess ? Wit.Room(result.Value) : result.Error
            : Ids.NoTimeLeft;
    }

    private static HostReply DisbandRoom(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var reason = $"房间已由插件 {context.Plugin} 关闭 / The plugin {context.Plugin} closed the room";
        return Do(context, arguments, (rooms, room, token) => rooms.DisbandRoomAsync(room, reason, token));
    }

    private static HostReply SetLock(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var locked = arguments[1].AsBool();
        return Do(context, arguments, (rooms, room, token) => rooms.SetLockAsync(room, locked, token));
    }

    private static HostReply SetCycle(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var cycling = arguments[1].AsBool();
        return Do(context, arguments, (rooms, room, token) => rooms.SetCycleAsync(room, cycling, token));
    }

    private static HostReply KickFromRoom(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (Ids.User(arguments[1]) is not { } user)
        {
            return new Error(RoomErrors.NoSuchMember, $"{arguments[1].AsU32()}", $"{arguments[0].AsU32()}");
        }

        var reason = GuestText.Reason(arguments[2]);
        return Do(context, arguments, (rooms, room, token) => rooms.KickFromRoomAsync(room, user, reason, token));
    }

    private static HostReply TransferHost(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Ids.User(arguments[1]) is { } user
            ? Do(context, arguments, (rooms, room, token) => rooms.TransferHostAsync(room, user, token))
            : new Error(RoomErrors.NoSuchPlayer, $"{arguments[1].AsU32()}", $"{arguments[0].AsU32()}");

    private static HostReply SetChart(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        arguments[1].AsU32() is <= int.MaxValue and var chart
            ? Do(context, arguments, (rooms, room, token) => rooms.SetChartAsync(room, (int)chart, token))
            : HostReply.Invalid("chart: 0 to 2147483647");

    private static HostReply StartGame(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Do(context, arguments, static (rooms, room, token) => rooms.StartGameAsync(room, token));

    private static HostReply CancelGame(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Do(context, arguments, static (rooms, room, token) => rooms.CancelGameAsync(room, token));

    private static HostReply GetRoomInfo(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        context.Services.Queries.FindRoom(Ids.Room(arguments[0])) is { } room
            ? Wit.RoomInfo(room)
            : new Error(GameErrors.RoomNotFound, $"{arguments[0].AsU32()}");

    private static HostReply FindRoom(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        context.Services.Queries.FindRoom(arguments[0].AsString()) is { } room
            ? Wit.RoomInfo(room)
            : new Error(GameErrors.RoomNotFound, arguments[0].AsString());

    private static HostReply ListRooms(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Wit.List<RoomSnapshot>([.. context.Services.Queries.Rooms.Where(room => Shows(context, room))], Wit.RoomInfo);

    private static bool Shows(HostContext context, RoomSnapshot room) =>
        context.Permissions.Covers(PermissionNames.ReadRooms, new PermissionTarget { Room = room.Name });

    private static HostReply Do(
        HostContext context, ReadOnlySpan<ComponentValue> arguments, Func<IRoomCommands, RoomId, CancellationToken, Task<Result>> act)
    {
        var room = Ids.Room(arguments[0]);
        return HostWait.TryWait(context, token => act(context.Services.Rooms, room, token), out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : Ids.NoTimeLeft;
    }
}
