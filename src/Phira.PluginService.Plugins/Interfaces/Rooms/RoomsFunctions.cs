using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Rooms;

/// <summary>The functions of <c>rooms</c> for one instance.</summary>
internal sealed class RoomsFunctions(HostContext context, IGameQueries queries, IRoomCommands rooms, RoomTargets targets)
{
    private const uint MaximumPage = 200;

    /// <summary>The room that the first argument names.</summary>
    public PermissionTarget Target(ReadOnlySpan<ComponentValue> arguments) => targets.Read(arguments);

    /// <summary>Moderation of the room that the first argument names.</summary>
    public ModerationReader OfRoom(string action) => arguments => new ModerationCall(action, $"room:{targets.Read(arguments).Room}", "");

    /// <summary>Locking or unlocking of the room that the first argument names.</summary>
    public ModerationCall OfLock(ReadOnlySpan<ComponentValue> arguments) => new(
        arguments[1].AsBool() ? PluginAuditActions.LockRoom : PluginAuditActions.UnlockRoom, $"room:{targets.Read(arguments).Room}", "");

    /// <summary>Moderation of the room that the first argument names and the user that the second one names.</summary>
    /// <param name="reasonAt">The position of the argument with the reason; negative when there is none.</param>
    public ModerationReader OfMember(string action, int reasonAt = -1) => arguments => new ModerationCall(
        action,
        $"room:{targets.Read(arguments).Room} user:{arguments[1].AsU32()}",
        reasonAt < 0 ? "" : GuestText.Reason(arguments[reasonAt]));

    public HostReply CreateRoom(ReadOnlySpan<ComponentValue> arguments)
    {
        var size = (int)Math.Min(int.MaxValue, arguments[0].AsU32());
        return HostWait.TryWait(context, token => rooms.CreateRoomAsync(size, token), out var result)
            ? result.IsSuccess ? Wit.Room(result.Value) : result.Error
            : HostWait.GameTimedOut;
    }

    public HostReply DisbandRoom(ReadOnlySpan<ComponentValue> arguments)
    {
        var reason = LocalizedText.Of("room.closed_by_plugin", $"{context.Plugin}").InEveryLanguage(" / ");
        return Do(arguments, (rooms, room, token) => rooms.DisbandRoomAsync(room, reason, token));
    }

    public HostReply SetLock(ReadOnlySpan<ComponentValue> arguments)
    {
        var locked = arguments[1].AsBool();
        return Do(arguments, (rooms, room, token) => rooms.SetLockAsync(room, locked, token));
    }

    public HostReply SetCycle(ReadOnlySpan<ComponentValue> arguments)
    {
        var cycling = arguments[1].AsBool();
        return Do(arguments, (rooms, room, token) => rooms.SetCycleAsync(room, cycling, token));
    }

    public HostReply KickFromRoom(ReadOnlySpan<ComponentValue> arguments)
    {
        if (GuestIds.User(arguments[1]) is not { } user)
        {
            return new Error(RoomErrors.NoSuchMember, $"{arguments[1].AsU32()}", $"{arguments[0].AsU32()}");
        }

        var reason = GuestText.Reason(arguments[2]);
        return Do(arguments, (rooms, room, token) => rooms.KickFromRoomAsync(room, user, reason, token));
    }

    public HostReply TransferHost(ReadOnlySpan<ComponentValue> arguments) =>
        GuestIds.User(arguments[1]) is { } user
            ? Do(arguments, (rooms, room, token) => rooms.TransferHostAsync(room, user, token))
            : new Error(RoomErrors.NoSuchPlayer, $"{arguments[1].AsU32()}", $"{arguments[0].AsU32()}");

    public HostReply SetChart(ReadOnlySpan<ComponentValue> arguments) =>
        arguments[1].AsU32() is <= int.MaxValue and var chart
            ? Do(arguments, (rooms, room, token) => rooms.SetChartAsync(room, (int)chart, token))
            : HostReply.Invalid("chart: 0 to 2147483647");

    public HostReply StartGame(ReadOnlySpan<ComponentValue> arguments) =>
        Do(arguments, static (rooms, room, token) => rooms.StartGameAsync(room, token));

    public HostReply CancelGame(ReadOnlySpan<ComponentValue> arguments) =>
        Do(arguments, static (rooms, room, token) => rooms.CancelGameAsync(room, token));

    public HostReply GetRoomInfo(ReadOnlySpan<ComponentValue> arguments) =>
        queries.FindRoom(GuestIds.Room(arguments[0])) is { } room
            ? Wit.RoomInfo(room)
            : new Error(GameErrors.RoomNotFound, $"{arguments[0].AsU32()}");

    public HostReply FindRoom(ReadOnlySpan<ComponentValue> arguments) =>
        queries.FindRoom(arguments[0].AsString()) is { } room
            ? Wit.RoomInfo(room)
            : new Error(GameErrors.RoomNotFound, arguments[0].AsString());

    public HostReply ListRooms(ReadOnlySpan<ComponentValue> arguments) =>
        Wit.List<RoomSnapshot>([.. queries.Rooms.Where(room => Shows(room))], Wit.RoomInfo);

    public HostReply ListRoomsPage(ReadOnlySpan<ComponentValue> arguments)
    {
        if (arguments[1].AsU32() is < 1 or > MaximumPage)
        {
            return HostReply.Invalid($"limit: 1 to {MaximumPage}");
        }

        var after = arguments[0].IsSome ? arguments[0].Payload!.AsU32() : 0;
        var limit = (int)arguments[1].AsU32();
        RoomSnapshot[] found = [.. queries.Rooms.Where(room => room.Id.Value > after && Shows(room)).Take(limit + 1)];
        RoomSnapshot[] page = found[..Math.Min(limit, found.Length)];
        return Wit.Record(
            Wit.Field("rooms", Wit.List(page, Wit.RoomInfo)),
            Wit.Field("next", found.Length > limit ? ComponentValue.Some(Wit.Room(page[^1].Id)) : ComponentValue.None()));
    }

    public HostReply GetRoomCount(ReadOnlySpan<ComponentValue> arguments) => Wit.Number(queries.RoomCount);

    private bool Shows(RoomSnapshot room) =>
        context.Permissions.Covers(PermissionNames.ReadRooms, new PermissionTarget { Room = room.Name });

    private HostReply Do(
        ReadOnlySpan<ComponentValue> arguments, Func<IRoomCommands, RoomId, CancellationToken, Task<Result>> act)
    {
        var room = GuestIds.Room(arguments[0]);
        return HostWait.TryWait(context, token => act(rooms, room, token), out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : HostWait.GameTimedOut;
    }
}
