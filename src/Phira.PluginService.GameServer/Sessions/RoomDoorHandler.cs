using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Settings;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Users;
using Phira.PluginService.Protocol.Client;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Opening rooms and entering them. Plugins are asked only about what the rules allow.</summary>
internal sealed class RoomDoorHandler(
    RoomDirectory rooms,
    UserPresence presence,
    PluginConsent consent,
    ServerSwitches switches,
    LiveSettings settings,
    IOptions<GameServerOptions> options)
{
    private readonly HashSet<int> _monitors = [.. options.Value.Monitors ?? [DefaultMonitor]];

    private const int DefaultMonitor = 2;

    public async Task CreateAsync(Session session, CreateRoomCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        if ((WhyNoNewRooms() ?? (IsInRoom(session) ? GameTexts.AlreadyInRoom : rooms.WhyNotOpen(command.Room))) is { } refusal)
        {
            reply.Refuse(refusal);
            return;
        }

        var user = session.User!.Snapshot;
        var draft = rooms.Draft(command.Room, RoomMember.From(user, session.Connection.Id));
        var (reason, creation) = await consent.AskAsync(
            new RoomCreated(draft.ToSnapshot(), user.Id) { Language = user.Language },
            (offered, settings) => RoomSettings.Apply(offered, settings, draft.MaxPlayers),
            cancellationToken);
        if (reason is not null)
        {
            reply.Refuse(reason);
            return;
        }

        var room = creation.Room;
        var wanted = draft with { MaxPlayers = room.MaxPlayers, IsLocked = room.IsLocked, IsCycling = room.IsCycling };
        if (await rooms.OpenAsync(wanted, reply.Id) is { } refused)
        {
            reply.Refuse(refused);
        }
    }

    public async Task JoinAsync(Session session, JoinRoomCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        if (IsInRoom(session))
        {
            reply.Refuse(GameTexts.AlreadyInRoom);
            return;
        }

        if (rooms.Find(command.Room) is not { } room)
        {
            reply.Refuse(GameTexts.RoomNotFound);
            return;
        }

        var user = session.User!.Snapshot;
        var join = new RoomCommand.Join(RoomMember.From(user, session.Connection.Id), command.Monitor, MayMonitor(user.Id));
        if (await room.AskAsync(new RoomCommand.CheckJoin(join)) is { } refusal)
        {
            reply.Refuse(refusal);
            return;
        }

        var answer = await consent.AskAsync(new UserJoinedRoom(user, room.Snapshot, command.Monitor), cancellationToken);
        if (answer.Refusal is { } reason)
        {
            reply.Refuse(reason);
            return;
        }

        await reply.AskAsync(room, join);
    }

    public async Task LeaveAsync(Session session, RoomActor room, RequestReply reply, CancellationToken cancellationToken)
    {
        var user = session.User!;
        if (await reply.AskAsync(room, new RoomCommand.Leave(user.Id)))
        {
            await presence.KeepOnlyAsync(user, session, cancellationToken);
        }
    }

    private LocalizedText? WhyNoNewRooms()
    {
        if (switches.IsStopping)
        {
            return GameTexts.Stopping;
        }

        return settings.Current.IsRoomCreationOn ? null : GameTexts.RoomCreationOff;
    }

    private bool MayMonitor(UserId user) => _monitors.Contains(user.Value);

    private bool IsInRoom(Session session) => rooms.Find(session.User!.Snapshot) is not null;
}
