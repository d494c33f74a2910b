using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Client;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Leads each request to what carries it out.</summary>
internal sealed class RequestDispatcher(LoginHandler login, ChatHandler chat, RoomDoorHandler door, RoundHandler round, RoomLookup rooms)
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
        var user = session.User!.Id;
        switch (command.Kind)
        {
            case ClientCommandKind.Chat:
                return chat.ChatAsync(session, (ChatCommand)command, reply, cancellationToken);
            case ClientCommandKind.Touches:
                rooms.RoomOf(session)?.Tell(new RoomCommand.Touches(user, ((TouchesCommand)command).Frames));
                return Task.CompletedTask;
            case ClientCommandKind.Judges:
                rooms.RoomOf(session)?.Tell(new RoomCommand.Judges(user, ((JudgesCommand)command).Judges));
                return Task.CompletedTask;
            case ClientCommandKind.SelectChart:
                return round.SelectChartAsync(session, (SelectChartCommand)command, reply, cancellationToken);
            case ClientCommandKind.Played:
                return round.PlayedAsync(session, (PlayedCommand)command, reply, cancellationToken);
            case ClientCommandKind.Abort:
                return rooms.AskAsync(session, new RoomCommand.Abort(user), reply);
        }

        if (!session.Limits.RoomOperations.TryTake())
        {
            reply.Refuse(GameTexts.TooFast);
            return Task.CompletedTask;
        }

        return command.Kind switch
        {
            ClientCommandKind.CreateRoom => door.CreateAsync(session, (CreateRoomCommand)command, reply, cancellationToken),
            ClientCommandKind.JoinRoom => door.JoinAsync(session, (JoinRoomCommand)command, reply, cancellationToken),
            ClientCommandKind.RequestStart => round.RequestStartAsync(session, reply, cancellationToken),
            ClientCommandKind.LeaveRoom => door.LeaveAsync(session, reply, cancellationToken),
            ClientCommandKind.LockRoom => rooms.AskAsync(session, new RoomCommand.SetLock(user, ((LockRoomCommand)command).Lock), reply),
            ClientCommandKind.CycleRoom => rooms.AskAsync(session, new RoomCommand.SetCycle(user, ((CycleRoomCommand)command).Cycle), reply),
            ClientCommandKind.Ready => rooms.AskAsync(session, new RoomCommand.Ready(user), reply),
            ClientCommandKind.CancelReady => rooms.AskAsync(session, new RoomCommand.CancelReady(user), reply),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "No handler for this command."),
        };
    }
}
