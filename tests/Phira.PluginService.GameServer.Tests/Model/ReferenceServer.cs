namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>The server as the protocol's description tells it: who is in which room, and what each user is sent.</summary>
internal sealed class ReferenceServer(int maxPlayers, Func<int, bool> mayMonitor, Func<int, int> pick, TimeSpan roundTimeout)
{
    private readonly Dictionary<string, ReferenceRoom> _rooms = [];
    private readonly Dictionary<int, string> _places = [];
    private readonly HashSet<int> _away = [];
    private readonly HashSet<int> _connectedTwice = [];

    /// <summary>The frames that were sent since they were last taken.</summary>
    public Dictionary<int, List<string>> Sent { get; } = [];

    public IReadOnlyDictionary<string, ReferenceRoom> Rooms => _rooms;

    public bool IsAway(int user) => _away.Contains(user);

    public int? HostOf(int user) => RoomOf(user)?.Host;

    public void Do(Step step)
    {
        switch (step.Action)
        {
            case StepAction.Lose when _connectedTwice.Remove(step.User):
                break;
            case StepAction.Lose when RoomOf(step.User) is not null:
                _away.Add(step.User);
                break;
            case StepAction.LogInAgain when RoomOf(step.User) is { IsPlaying: true } room && !IsAway(step.User) && !_connectedTwice.Contains(step.User):
                room.Return(step.User, frame => Send(Step.NewerOf(step.User), frame));
                _connectedTwice.Add(step.User);
                break;
            case StepAction.TimeOut:
                RoomOf(step.User)?.TimeOut();
                break;
            case StepAction.CloseNewer:
                _connectedTwice.Remove(step.User);
                break;
            case StepAction.Return when _away.Remove(step.User):
                RoomOf(step.User)!.Return(step.User, frame => Send(step.User, frame));
                break;
            case StepAction.Expire when _away.Contains(step.User):
                Leave(step.User);
                _away.Remove(step.User);
                break;
            case StepAction.Lose or StepAction.LogInAgain or StepAction.Return or StepAction.Expire:
                break;
            case StepAction.Touches or StepAction.Judges:
                RoomOf(step.User)?.Stream(step.User, step.Action == StepAction.Touches ? "touches" : "judges");
                break;
            case StepAction.Join when Join(step) is var refusal:
                if (refusal is not null)
                {
                    Send(step.User, $"no: {refusal}");
                }

                break;
            default:
                Send(step.User, Request(step) is { } why ? $"no: {why}" : "ok");
                break;
        }
    }

    private string? Request(Step step)
    {
        if (step.Action == StepAction.Create)
        {
            return Create(step);
        }

        if (RoomOf(step.User) is not { } room)
        {
            return "no room";
        }

        switch (step.Action)
        {
            case StepAction.Leave:
                Leave(step.User);
                return null;
            case StepAction.Chat:
                room.Say(step.User, $"word {step.Number}");
                return null;
            default:
                return step.Action switch
                {
                    StepAction.Lock => room.Set(step.User, "lock", step.Flag),
                    StepAction.Cycle => room.Set(step.User, "cycle", step.Flag),
                    StepAction.SelectChart => room.SelectChart(step.User, step.Number),
                    StepAction.RequestStart => room.RequestStart(step.User),
                    StepAction.Ready => room.Ready(step.User),
                    StepAction.CancelReady => room.CancelReady(step.User),
                    StepAction.Played => room.Played(step.User, step.Number, step.Flag),
                    StepAction.Abort => room.Abort(step.User),
                    _ => throw new ArgumentOutOfRangeException(nameof(step), step, "The model knows no such step."),
                };
        }
    }

    private string? Create(Step step)
    {
        if (RoomOf(step.User) is not null)
        {
            return "already in room";
        }

        if (_rooms.ContainsKey(step.Room))
        {
            return "Room ID is occupied";
        }

        var room = new ReferenceRoom(step.Room, maxPlayers, user => !_away.Contains(user), Push, pick, roundTimeout);
        _rooms[step.Room] = room;
        _places[step.User] = step.Room;
        room.Open(step.User);
        return null;
    }

    private string? Join(Step step)
    {
        if (RoomOf(step.User) is not null)
        {
            return "already in room";
        }

        if (!_rooms.TryGetValue(step.Room, out var room))
        {
            return "room not found";
        }

        var refusal = room.Join(step.User, step.Flag, mayMonitor(step.User));
        if (refusal is null)
        {
            _places[step.User] = step.Room;
        }

        return refusal;
    }

    private void Leave(int user)
    {
        var name = _places[user];
        _rooms[name].Leave(user);
        _places.Remove(user);
        if (_connectedTwice.Remove(user))
        {
            Send(Step.NewerOf(user), "closed");
        }

        if (_rooms[name].IsEmpty)
        {
            _rooms.Remove(name);
        }
    }

    private ReferenceRoom? RoomOf(int user) => _places.TryGetValue(user, out var name) ? _rooms[name] : null;

    private void Push(int user, string frame)
    {
        Send(user, frame);
        if (_connectedTwice.Contains(user))
        {
            Send(Step.NewerOf(user), frame);
        }
    }

    private void Send(int user, string frame)
    {
        if (!Sent.TryGetValue(user, out var frames))
        {
            Sent[user] = frames = [];
        }

        frames.Add(frame);
    }
}
