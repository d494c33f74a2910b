using System.Threading.Channels;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Tests.Players;

/// <summary>Rooms and users of the obliging server: a lost player's place is kept for ever, and nobody is checked much.</summary>
internal sealed class ObligingRooms
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, ObligingUser> _users = [];
    private readonly Dictionary<RoomName, ObligingRoom> _rooms = [];

    public ObligingUser LogIn(int id, string name, ChannelWriter<ServerCommand> outgoing)
    {
        lock (_lock)
        {
            if (!_users.TryGetValue(id, out var user))
            {
                user = _users[id] = new ObligingUser(new UserInfo(id, name, Monitor: false));
            }

            user.Outgoing = outgoing;
            user.Send(new AuthenticateReply(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(user.Info, Describe(user)))));

            // A game that comes back to a running round must learn the chart before the true state.
            if (user.Room is { Kind: not RoomStateKind.SelectChart } room)
            {
                user.Send(new ChangeStateCommand(room.State));
            }

            return user;
        }
    }

    public void Handle(ObligingUser user, ClientCommand command)
    {
        lock (_lock)
        {
            switch (command.Kind)
            {
                case ClientCommandKind.Ping:
                    user.Send(new PongCommand());
                    break;
                case ClientCommandKind.CreateRoom:
                    Create(user, ((CreateRoomCommand)command).Room);
                    break;
                case ClientCommandKind.JoinRoom:
                    Join(user, ((JoinRoomCommand)command).Room);
                    break;
                default:
                    if (user.Room is { } room)
                    {
                        HandleInside(user, room, command);
                    }

                    break;
            }
        }
    }

    private static ClientRoomState? Describe(ObligingUser user) => user.Room is not { } room ? null : new ClientRoomState(
        room.Name,
        RoomState.SelectChart(room.Chart),
        Live: false,
        Locked: false,
        Cycle: false,
        room.Host == user,
        IsReady: false,
        room.Players.Select(player => player.Info).ToWireList());

    private void Create(ObligingUser user, RoomName name)
    {
        if (!_rooms.TryAdd(name, new ObligingRoom(name, user)))
        {
            user.Send(new CreateRoomReply(WireResult.Failure("Room ID is occupied")));
            return;
        }

        user.Room = _rooms[name];
        user.Send(new CreateRoomReply(WireResult.Success));
    }

    private void Join(ObligingUser user, RoomName name)
    {
        if (!_rooms.TryGetValue(name, out var room) || room.Kind != RoomStateKind.SelectChart)
        {
            user.Send(new JoinRoomReply(WireResult<JoinRoomResponse>.Failure("room not found")));
            return;
        }

        room.Players.Add(user);
        user.Room = room;
        room.Broadcast(new OnJoinRoomCommand(user.Info));
        var response = new JoinRoomResponse(room.State, room.Players.Select(player => player.Info).ToWireList(), Live: false);
        user.Send(new JoinRoomReply(WireResult<JoinRoomResponse>.Success(response)));
    }

    private void HandleInside(ObligingUser user, ObligingRoom room, ClientCommand command)
    {
        switch (command.Kind)
        {
            case ClientCommandKind.Chat:
                room.Broadcast(new MessageCommand(new ChatMessage(user.Info.Id, ((ChatCommand)command).Message)));
                user.Send(new ChatReply(WireResult.Success));
                break;
            case ClientCommandKind.CycleRoom:
                room.Broadcast(new MessageCommand(new CycleRoomMessage(((CycleRoomCommand)command).Cycle)));
                user.Send(new CycleRoomReply(WireResult.Success));
                break;
            case ClientCommandKind.SelectChart:
                room.Chart = ((SelectChartCommand)command).Chart;
                room.Change(RoomStateKind.SelectChart);
                user.Send(new SelectChartReply(WireResult.Success));
                break;
            case ClientCommandKind.LeaveRoom:
                Leave(user, room);
                break;
            default:
                HandleRound(user, room, command);
                break;
        }
    }

    private static void HandleRound(ObligingUser user, ObligingRoom room, ClientCommand command)
    {
        switch (command.Kind)
        {
            case ClientCommandKind.RequestStart:
                room.Ready.Clear();
                room.Ready.Add(user);
                room.Change(RoomStateKind.WaitingForReady);
                room.CheckCompletion();
                user.Send(new RequestStartReply(WireResult.Success));
                break;
            case ClientCommandKind.Ready:
                room.Ready.Add(user);
                room.CheckCompletion();
                user.Send(new ReadyReply(WireResult.Success));
                break;
            case ClientCommandKind.CancelReady when user == room.Host:
                room.Change(RoomStateKind.SelectChart);
                user.Send(new CancelReadyReply(WireResult.Success));
                break;
            case ClientCommandKind.CancelReady:
                room.Ready.Remove(user);
                user.Send(new CancelReadyReply(WireResult.Success));
                break;
            case ClientCommandKind.Played:
                room.Done.Add(user);
                room.CheckCompletion();
                user.Send(new PlayedReply(WireResult.Success));
                break;
            case ClientCommandKind.Abort:
                room.Done.Add(user);
                room.CheckCompletion();
                user.Send(new AbortReply(WireResult.Success));
                break;
            default:
                break;
        }
    }

    private void Leave(ObligingUser user, ObligingRoom room)
    {
        room.Broadcast(new MessageCommand(new LeaveRoomMessage(user.Info.Id, user.Info.Name)));
        room.Players.Remove(user);
        user.Room = null;
        if (room.Players.Count == 0)
        {
            _rooms.Remove(room.Name);
        }
        else
        {
            if (room.Host == user)
            {
                room.Host = room.Players[0];
                room.Host.Send(new ChangeHostCommand(true));
            }

            room.CheckCompletion();
        }

        user.Send(new LeaveRoomReply(WireResult.Success));
    }
}
