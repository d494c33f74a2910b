using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <summary>
/// The knowledge and the expectations of the game: its pending requests and its copy of the room. Judges each frame of the server by its
/// effect on the game. No I/O; not synchronised.
/// </summary>
internal sealed class ClientModel(PhiraClientOptions options)
{
    private readonly Dictionary<Type, PendingRequest> _pending = [];
    private readonly HashSet<Type> _answered = [];
    private readonly List<ClientViolation> _violations = [];
    private long _roomSince;

    public UserInfo? User { get; private set; }

    public ClientRoom? Room { get; private set; }

    public IReadOnlyList<ClientViolation> Violations => _violations;

    /// <summary>The connection is gone.</summary>
    public bool IsClosed { get; private set; }

    private bool IsMonitor => User is not null && Room is not null && Room.Users.TryGetValue(User.Id, out var self) && self.Monitor;

    /// <summary>A command is about to go out.</summary>
    /// <returns>The pending request, or null when the command is never answered.</returns>
    public PendingRequest? Send(ClientCommand command)
    {
        if (ReplyTypes.Of(command) is not { } reply)
        {
            return null;
        }

        if (command.Kind == ClientCommandKind.Ready && Room is { State.Kind: RoomStateKind.WaitingForReady, Chart: null } && !IsMonitor)
        {
            Report(ViolationKind.ChartUnknown, null, "Ready, and no SelectChart state has named a chart.");
        }

        var request = new PendingRequest(command, options.TimeProvider.GetTimestamp());
        _pending[reply] = request;
        return request;
    }

    /// <summary>Handles a frame of the server.</summary>
    public void Receive(ServerCommand frame)
    {
        if (ReplyTypes.IsReply(frame))
        {
            ReceiveReply(frame);
        }
        else
        {
            ReceivePush(frame);
        }
    }

    /// <summary>Ends all requests, because the connection is gone.</summary>
    public void Close()
    {
        IsClosed = true;
        foreach (var request in _pending.Values)
        {
            request.Fail(new IOException($"The connection was closed before an answer to {request.Command} came."));
        }

        _pending.Clear();
    }

    public void Report(ViolationKind kind, ServerCommand? frame, string details) => _violations.Add(new(kind, frame, details));

    private void ReceiveReply(ServerCommand reply)
    {
        if (!_pending.Remove(reply.GetType(), out var request))
        {
            // An extra Pong is the one reply too many that does no harm.
            if (reply is not PongCommand)
            {
                var kind = _answered.Contains(reply.GetType()) ? ViolationKind.SecondReply : ViolationKind.UnrequestedReply;
                Report(kind, reply, "No request of this type is pending.");
            }

            return;
        }

        _answered.Add(reply.GetType());
        var age = options.TimeProvider.GetElapsedTime(request.SentAt);
        if (reply is not PongCommand && age < options.MinimumReplyDelay)
        {
            Report(ViolationKind.ReplyTooEarly, reply, $"Answered after {age.TotalMilliseconds:0.0} ms.");
        }

        if (!request.Abandoned)
        {
            Apply(request.Command, reply);
        }

        request.Complete(reply);
    }

    private void Apply(ClientCommand request, ServerCommand reply)
    {
        switch (request.Kind, reply)
        {
            case (_, AuthenticateReply { Result: { IsSuccess: true, Value: var login } }):
                User = login.User;
                Enter(login.Room is null ? null : ClientRoom.Resumed(login.Room));
                break;
            case (ClientCommandKind.CreateRoom, CreateRoomReply { Result.IsSuccess: true }):
                Enter(ClientRoom.Created(((CreateRoomCommand)request).Room, User));
                break;
            case (ClientCommandKind.JoinRoom, JoinRoomReply { Result: { IsSuccess: true, Value: var response } }):
                Enter(ClientRoom.Joined(((JoinRoomCommand)request).Room, response));
                break;
            case (_, LeaveRoomReply { Result.IsSuccess: true }):
                Room = null;
                break;
            case (_, RequestStartReply { Result.IsSuccess: true } or ReadyReply { Result.IsSuccess: true }):
                Room = Room is null ? null : Room with { IsReady = true };
                break;
            case (_, CancelReadyReply { Result.IsSuccess: true }):
                Room = Room is null ? null : Room with { IsReady = false };
                break;
            default:
                break;
        }
    }

    private void Enter(ClientRoom? room)
    {
        Room = room;
        _roomSince = options.TimeProvider.GetTimestamp();
        CheckChart(null);
    }

    private void ReceivePush(ServerCommand push)
    {
        switch (push)
        {
            case ChangeStateCommand change when HasRoom(push, out var room):
                Room = room.Changed(change.State);
                CheckChart(push);
                break;
            case ChangeHostCommand change when HasRoom(push, out var room):
                Room = room with { IsHost = change.IsHost };
                break;
            case MessageCommand { Message: LockRoomMessage message } when HasRoom(push, out var room):
                Room = room with { Locked = message.Lock };
                break;
            case MessageCommand { Message: CycleRoomMessage message } when HasRoom(push, out var room):
                Room = room with { Cycle = message.Cycle };
                break;
            case MessageCommand { Message: LeaveRoomMessage message } when HasRoom(push, out var room):
                Room = room with { Users = room.Users.Remove(message.User) };
                break;
            case OnJoinRoomCommand join when Room is not null:
                Room = Room with { Live = Room.Live || join.User.Monitor, Users = Room.Users.SetItem(join.User.Id, join.User) };
                break;
            default:
                break;
        }
    }

    private bool HasRoom(ServerCommand push, out ClientRoom room)
    {
        room = Room!;
        if (Room is null)
        {
            Report(ViolationKind.NoRoomCopy, push, "The client is in no room.");
            return false;
        }

        var age = options.TimeProvider.GetElapsedTime(_roomSince);
        if (age < options.RoomCopyDelay)
        {
            Report(ViolationKind.RoomCopyTooFresh, push, $"The room was entered {age.TotalMilliseconds:0.0} ms before.");
        }

        return true;
    }

    /// <summary>Checks that the game knows the chart to play. A player's game crashes otherwise; a spectator learns the chart elsewhere.</summary>
    private void CheckChart(ServerCommand? frame)
    {
        if (Room is { State.Kind: RoomStateKind.Playing, Chart: null } && !IsMonitor)
        {
            Report(ViolationKind.ChartUnknown, frame, "Playing, and no SelectChart state has named a chart.");
        }
    }
}
