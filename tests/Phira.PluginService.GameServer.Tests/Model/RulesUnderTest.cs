using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;
using RoomState = Phira.PluginService.GameServer.Rooms.RoomState;

namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>The rules of rooms, with as much around them as it takes to carry steps out one after another.</summary>
internal sealed class RulesUnderTest(int maxPlayers, Func<int, bool> mayMonitor)
{
    public static readonly TimeSpan RoundTimeout = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, RoomState> _rooms = [];
    private readonly Dictionary<string, RoomEffect.EndRoundLater> _timers = [];
    private readonly Dictionary<int, string> _places = [];
    private readonly HashSet<int> _away = [];
    private readonly HashSet<ConnectionId> _withRoomCopy = [];
    private readonly Dictionary<int, ConnectionId> _connections = [];
    private long _lastConnection;
    private int _randomNumber;

    public Dictionary<int, List<string>> Sent { get; } = [];

    public IReadOnlyDictionary<string, RoomState> Rooms => _rooms;

    /// <param name="randomNumber">Chooses the next host.</param>
    public void Do(Step step, int randomNumber)
    {
        _randomNumber = randomNumber;
        var user = new UserId(step.User);
        switch (step.Action)
        {
            case StepAction.Create:
                Create(step);
                break;
            case StepAction.Join when _places.ContainsKey(step.User):
                Send(step.User, "no: already in room");
                break;
            case StepAction.Join when !_rooms.ContainsKey(step.Room):
                Send(step.User, "no: room not found");
                break;
            case StepAction.Join:
                Apply(step, step.Room, new RoomCommand.Join(Member(step.User), step.Flag, mayMonitor(step.User)));
                break;
            case StepAction.Lose when _places.TryGetValue(step.User, out var left):
                Apply(step, left, new RoomCommand.Detach(user, _connections[step.User]));
                if (_connections.Remove(Step.NewerOf(step.User), out var remaining))
                {
                    _connections[step.User] = remaining;
                }
                else
                {
                    _away.Add(step.User);
                }

                break;
            case StepAction.LogInAgain when CanLogInAgain(step.User, out var playing):
                Apply(step, playing, new RoomCommand.Resume(user, Connect(Step.NewerOf(step.User)), []));
                break;
            case StepAction.TimeOut when _places.TryGetValue(step.User, out var slow) && _timers.Remove(slow, out var timer):
                Apply(step, slow, new RoomCommand.TimeOut(timer.Round));
                break;
            case StepAction.CloseNewer when _connections.Remove(Step.NewerOf(step.User), out var newer):
                Apply(step, _places[step.User], new RoomCommand.Detach(user, newer));
                break;
            case StepAction.Return when _away.Remove(step.User):
                Apply(step, _places[step.User], new RoomCommand.Resume(user, Connect(step.User), []));
                break;
            case StepAction.Expire when _away.Contains(step.User):
                Apply(step, _places[step.User], new RoomCommand.Leave(user));
                _away.Remove(step.User);
                break;
            case StepAction.Lose or StepAction.LogInAgain or StepAction.TimeOut or StepAction.CloseNewer or StepAction.Return or StepAction.Expire:
                break;
            default:
                if (_places.TryGetValue(step.User, out var room))
                {
                    Apply(step, room, CommandOf(step, user, room));
                }
                else if (step.Action is not (StepAction.Touches or StepAction.Judges))
                {
                    Send(step.User, "no: no room");
                }

                break;
        }
    }

    private void Create(Step step)
    {
        if (_places.ContainsKey(step.User) || _rooms.ContainsKey(step.Room))
        {
            Send(step.User, _places.ContainsKey(step.User) ? "no: already in room" : "no: Room ID is occupied");
            return;
        }

        var creator = Member(step.User);
        _rooms[step.Room] = Scenario.Draft().State with
        {
            Name = RoomName.Create(step.Room),
            Host = creator.Id,
            Players = [creator],
            MaxPlayers = maxPlayers,
            RoundTimeout = RoundTimeout,
        };
        Apply(step, step.Room, new RoomCommand.Open());
    }

    private RoomMember Member(int user) => Cast.Member(new UserId(user)) with { Connections = [Connect(user)] };

    private ConnectionId Connect(int seat) => _connections[seat] = Cast.Connection(++_lastConnection);

    private bool CanLogInAgain(int user, [NotNullWhen(true)] out string? room) =>
        _places.TryGetValue(user, out room)
        && _rooms[room].Round is RoomRound.Playing
        && !_away.Contains(user)
        && !_connections.ContainsKey(Step.NewerOf(user));

    private RoomCommand CommandOf(Step step, UserId user, string room) => step.Action switch
    {
        StepAction.Leave => new RoomCommand.Leave(user),
        StepAction.Lock => new RoomCommand.SetLock(user, step.Flag),
        StepAction.Cycle => new RoomCommand.SetCycle(user, step.Flag),
        StepAction.SelectChart => new RoomCommand.SelectChart(user, new ChartSnapshot(step.Number, $"chart{step.Number}")),
        StepAction.RequestStart => new RoomCommand.RequestStart(user),
        StepAction.Ready => new RoomCommand.Ready(user),
        StepAction.CancelReady => new RoomCommand.CancelReady(user),
        StepAction.Played => new RoomCommand.Played(
            user, Cast.RecordOf(new UserId(step.Number), step.Flag ? _rooms[room].Chart?.Id : -1)),
        StepAction.Abort => new RoomCommand.Abort(user),
        StepAction.Chat => new RoomCommand.Chat(user, $"word {step.Number}"),
        StepAction.Touches => new RoomCommand.Touches(user, []),
        StepAction.Judges => new RoomCommand.Judges(user, []),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a command of a room."),
    };

    private void Apply(Step step, string name, RoomCommand command)
    {
        var transition = RoomRules.Apply(_rooms[name], command, _randomNumber);
        _rooms[name] = transition.State;
        if (transition.Refusal is { } refusal)
        {
            Send(step.User, $"no: {refusal.In(Language.English)}");
        }

        foreach (var effect in transition.Effects)
        {
            Perform(step, name, effect);
        }

        if (transition.State.IsClosed)
        {
            _timers.Remove(name);
            _rooms.Remove(name);
        }
    }

    private void Perform(Step step, string name, RoomEffect effect)
    {
        switch (effect)
        {
            case RoomEffect.Push push:
                var needsRoomCopy = push.Frame.Traits.HasFlag(FrameTraits.NeedsRoomCopy);
                foreach (var to in push.To)
                {
                    Assert.True(!needsRoomCopy || _withRoomCopy.Contains(to), "This push breaks the game of a user without a room.");
                    Send(_connections.Single(connection => connection.Value == to).Key, FrameText.Of(Frames.Read(push.Frame)));
                }

                break;
            case RoomEffect.Reply when step.Action == StepAction.Expire:
                break;
            case RoomEffect.Reply { Frame: var reply }:
                Send(step.Asker, FrameText.Of(Frames.Read(reply)));
                if (reply.Traits.HasFlag(FrameTraits.MakesRoomCopy))
                {
                    _withRoomCopy.Add(_connections[step.Asker]);
                }
                else if (Frames.Read(reply) is LeaveRoomReply)
                {
                    _withRoomCopy.Remove(_connections[step.Asker]);
                }

                break;
            case RoomEffect.EndRoundLater later:
                _timers[name] = later;
                break;
            case RoomEffect.Enter enter:
                _places.Add(enter.User.Value, name);
                break;
            case RoomEffect.Exit exit:
                _places.Remove(exit.User.Value);
                if (_connections.Remove(Step.NewerOf(exit.User.Value)))
                {
                    Send(Step.NewerOf(exit.User.Value), "closed");
                }

                break;
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
