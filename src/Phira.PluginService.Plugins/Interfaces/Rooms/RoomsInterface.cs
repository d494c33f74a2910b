using Phira.PluginService.Core.Game;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Interfaces.Rooms;

/// <summary>The interface <c>rooms</c>.</summary>
internal sealed class RoomsInterface(IGameQueries queries, IRoomCommands commands) : HostInterface<RoomsFunctions>(
    "rooms",
    new("create-room", rooms => rooms.CreateRoom)
    {
        Permission = PermissionNames.ManageRooms,
        Target = static _ => static _ => NewRoom,
        Moderation = static _ => static _ => new ModerationCall(PluginAuditActions.CreateRoom, "room:#new", ""),
    },
    Managing("disband-room", rooms => rooms.DisbandRoom, rooms => rooms.OfRoom(PluginAuditActions.DisbandRoom)),
    new("get-room-info", rooms => rooms.GetRoomInfo) { Permission = PermissionNames.ReadRooms, Target = rooms => rooms.Target },
    Managing("set-room-lock", rooms => rooms.SetLock, rooms => rooms.OfLock),
    new("find-room", rooms => rooms.FindRoom)
    {
        Permission = PermissionNames.ReadRooms,
        Target = static _ => static arguments => new PermissionTarget { Room = arguments[0].AsString() },
    },
    new("list-rooms", rooms => rooms.ListRooms) { Permission = PermissionNames.ReadRooms },
    new("list-rooms-page", rooms => rooms.ListRoomsPage) { Permission = PermissionNames.ReadRooms },
    new("get-room-count", rooms => rooms.GetRoomCount) { Permission = PermissionNames.ReadRooms },
    Managing("kick-from-room", rooms => rooms.KickFromRoom, rooms => rooms.OfMember(PluginAuditActions.KickFromRoom, reasonAt: 2)),
    Managing("transfer-host", rooms => rooms.TransferHost, rooms => rooms.OfMember(PluginAuditActions.TransferHost)),
    Managing("set-room-cycle", rooms => rooms.SetCycle, rooms => rooms.OfRoom(PluginAuditActions.CycleRoom)),
    Managing("set-room-chart", rooms => rooms.SetChart, rooms => rooms.OfRoom(PluginAuditActions.ChooseChart)),
    Managing("start-game", rooms => rooms.StartGame, rooms => rooms.OfRoom(PluginAuditActions.StartGame)),
    Managing("cancel-game", rooms => rooms.CancelGame, rooms => rooms.OfRoom(PluginAuditActions.CancelGame)))
{
    // No room has this name: a plugin that may manage certain rooms may not open others.
    private static readonly PermissionTarget NewRoom = new() { Room = "#new" };

    private readonly RoomTargets _targets = new(queries);

    /// <inheritdoc />
    protected override RoomsFunctions CreateInstance(InstanceScope scope) => new(scope.Context, queries, commands, _targets);

    private static HostFunction<RoomsFunctions> Managing(
        string name, Func<RoomsFunctions, HostHandler> handler, Func<RoomsFunctions, ModerationReader> moderation) => new(name, handler)
        {
            Permission = PermissionNames.ManageRooms,
            Target = rooms => rooms.Target,
            Moderation = moderation,
        };
}
