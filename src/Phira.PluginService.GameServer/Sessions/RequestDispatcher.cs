using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Client;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Leads each request to what carries it out.</summary>
internal sealed class RequestDispatcher(LoginHandler login, ChatHandler chat, RoomDoorHandler door, RoundHandler round, RoomDirectory rooms)
{
    public Task DispatchAsync(Session session, Request request, RequestReply reply, CancellationToken cancellationToken)
    {
        if (request.Command.Kind == ClientCommandKind.Authenticate)
        {
            return login.LoginAsync(session, (AuthenticateCommand)request.Command, reply, cancellationToken);
        }

        // Before the login everything else is ignored.
        return session.User is null || !session.IsAuthenticated ? Task.CompletedTask : DispatchToUserAsync(session, request.Command, reply, cancellationToken);
    }

    private Task DispatchToUserAsync(Session session, ClientCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        if (command.Kind == ClientCommandKind.Chat)
        {
            return chat.ChatAsync(session, (ChatCommand)command, reply, cancellationToken);
        }

        if (IsRoomOperation(command.Kind) && !session.Limits.RoomOperations.TryTake())
        {
            reply.Refuse(GameTexts.TooFast);
            return Task.CompletedTask;
        }

        if (command.Kind == ClientCommandKind.CreateRoom)
        {
            return door.CreateAsync(session, (CreateRoomCommand)command, reply, cancellationToken);
        }

        if (command.Kind == ClientCommandKind.JoinRoom)
        {
            return door.JoinAsync(session, (JoinRoomCommand)command, reply, cancellationToken);
        }

        if (rooms.Find(session.User!.Snapshot) is not { } room)
        {
            reply.Refuse(GameTexts.NoRoom);
            return Task.CompletedTask;
        }

        return DispatchToRoomAsync(session, room, command, reply, cancellationToken);
    }

    private Task DispatchToRoomAsync(Session session, RoomActor room, ClientCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        var user = session.User!.Id;
        switch (command.Kind)
        {
            case ClientCommandKind.Touches:
                room.Tell(new RoomCommand.Touches(user, ((TouchesCommand)command).Frames));
                return Task.CompletedTask;
            case ClientCommandKind.Judges:
                room.Tell(new RoomCommand.Judges(user, ((JudgesCommand)command).Judges));
                return Task.CompletedTask;
            case ClientCommandKind.SelectChart:
                return round.SelectChartAsync(session, room, (SelectChartCommand)command, reply, cancellationToken);
            case ClientCommandKind.Played:
                return round.PlayedAsync(session, room, (PlayedCommand)command, reply, cancellationToken);
            case ClientCommandKind.RequestStart:
                return round.RequestStartAsync(session, room, reply, cancellationToken);
            case ClientCommandKind.Ready:
                return round.ReadyAsync(session, room, reply, cancellationToken);
            case ClientCommandKind.LeaveRoom:
                return door.LeaveAsync(session, room, reply, cancellationToken);
        }

        return reply.AskAsync(room, command.Kind switch
        {
            ClientCommandKind.Abort => new RoomCommand.Abort(user),
            ClientCommandKind.LockRoom => new RoomCommand.SetLock(user, ((LockRoomCommand)command).Lock),
            ClientCommandKind.CycleRoom => new RoomCommand.SetCycle(user, ((CycleRoomCommand)command).Cycle),
            ClientCommandKind.CancelReady => new RoomCommand.CancelReady(user),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "No handler for this command."),
        });
    }

    /// <summary>
    /// Whether the rate of room operations limits a request: not streams, which count as packets, nor look-ups, which have a rate of their
    /// own, nor the end of a round.
    /// </summary>
    private static bool IsRoomOperation(ClientCommandKind kind) => kind is not (
        ClientCommandKind.Touches or ClientCommandKind.Judges or ClientCommandKind.SelectChart or ClientCommandKind.Played or ClientCommandKind.Abort);
}
