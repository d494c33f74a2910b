using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Client;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Leads each request to what carries it out.</summary>
internal sealed class RequestDispatcher(LoginHandler login, ChatHandler chat, RoomDoorHandler door, RoundHandler round, RoomLookup rooms)
{
    public Task DispatchAsync(Session session, Request request, RequestReply reply, CancellationToken cancellationToken)
    {
        if (request.Command is AuthenticateCommand authenticate)
        {
            return login.LoginAsync(session, authenticate, reply, cancellationToken);
        }

        // Before the login everything else is ignored.
        return session.User is null || !session.IsAuthenticated ? Task.CompletedTask : DispatchToUserAsync(session, request.Command, reply, cancellationToken);
    }

    private Task DispatchToUserAsync(Session session, ClientCommand command, RequestReply reply, CancellationToken cancellationToken)
    {
        var user = session.User!.Id;
        switch (command)
        {
            case ChatCommand said:
                return chat.ChatAsync(session, said, reply, cancellationToken);
            case TouchesCommand touches:
                rooms.RoomOf(session)?.Tell(new RoomCommand.Touches(user, touches.Frames));
                return Task.CompletedTask;
            case JudgesCommand judges:
                rooms.RoomOf(session)?.Tell(new RoomCommand.Judges(user, judges.Judges));
                return Task.CompletedTask;
            case SelectChartCommand select:
                return round.SelectChartAsync(session, select, reply, cancellationToken);
            case PlayedCommand played:
                return round.PlayedAsync(session, played, reply, cancellationToken);
            case AbortCommand:
                return rooms.AskAsync(session, new RoomCommand.Abort(user), reply);
        }

        if (!session.Limits.RoomOperations.TryTake())
        {
            reply.Refuse(GameTexts.TooFast);
            return Task.CompletedTask;
        }

        return command switch
        {
            CreateRoomCommand create => door.CreateAsync(session, create, reply, cancellationToken),
            JoinRoomCommand join => door.JoinAsync(session, join, reply, cancellationToken),
            RequestStartCommand => round.RequestStartAsync(session, reply, cancellationToken),
            LeaveRoomCommand => rooms.AskAsync(session, new RoomCommand.Leave(user), reply),
            LockRoomCommand setLock => rooms.AskAsync(session, new RoomCommand.SetLock(user, setLock.Lock), reply),
            CycleRoomCommand setCycle => rooms.AskAsync(session, new RoomCommand.SetCycle(user, setCycle.Cycle), reply),
            ReadyCommand => rooms.AskAsync(session, new RoomCommand.Ready(user), reply),
            CancelReadyCommand => rooms.AskAsync(session, new RoomCommand.CancelReady(user), reply),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "No handler for this command."),
        };
    }
}
