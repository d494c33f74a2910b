using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

using RoomState = Phira.PluginService.GameServer.Rooms.RoomState;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>A room without sockets: commands go in, and each member's frames come out in order.</summary>
internal sealed class Scenario
{
    private readonly Dictionary<ConnectionId, List<ServerCommand>> _frames = [];
    private readonly List<GameEvent> _events = [];
    private readonly List<ConnectionId> _disconnected = [];
    private readonly List<(UserId User, bool AsMonitor)> _entered = [];
    private readonly List<UserId> _gone = [];

    private Scenario(RoomState state) => State = state;

    public RoomState State { get; private set; }

    /// <summary>The number that the next commands come with.</summary>
    public int RandomNumber { get; set; }

    /// <summary>The refusal of the last command.</summary>
    public LocalizedText? Refusal { get; private set; }

    public IReadOnlyList<GameEvent> Events => _events;

    /// <summary>The connections that the room has ended.</summary>
    public IReadOnlyList<ConnectionId> Disconnected => _disconnected;

    /// <summary>The users that are in this room from now on.</summary>
    public IReadOnlyList<(UserId User, bool AsMonitor)> Entered => _entered;

    /// <summary>The users that are in no room any more.</summary>
    public IReadOnlyList<UserId> Gone => _gone;

    /// <summary>A's room with some more members; the frames so far are forgotten.</summary>
    public static Scenario With(params ReadOnlySpan<UserId> others)
    {
        var scenario = Draft();
        scenario.Do(Cast.A, new RoomCommand.Open());
        foreach (var other in others)
        {
            scenario.Join(other);
        }

        return scenario.Forget();
    }

    /// <summary>The same with a chart and the round at its first note.</summary>
    public static Scenario Playing(params ReadOnlySpan<UserId> others)
    {
        var scenario = With(others).Waiting();
        foreach (var other in others)
        {
            scenario.Do(other, new RoomCommand.Ready(other));
        }

        Assert.IsType<RoomRound.Playing>(scenario.State.Round);
        return scenario.Forget();
    }

    /// <param name="locked">Whether a plugin has locked the room before it is opened.</param>
    /// <param name="cycling">Whether a plugin lets the role of the host go around.</param>
    public static Scenario Draft(bool locked = false, bool cycling = false) => new(new RoomState
    {
        Id = new RoomId(7),
        Name = RoomName.Create("room"),
        Host = Cast.A,
        Players = [Cast.Member(Cast.A)],
        MaxPlayers = 8,
        MaxMonitors = 8,
        IsLocked = locked,
        IsCycling = cycling,
        CreatedAt = DateTimeOffset.UnixEpoch,
    });

    /// <summary>A chart is chosen and the host has asked to start.</summary>
    public Scenario Waiting()
    {
        Do(State.Host, new RoomCommand.SelectChart(State.Host, Cast.Chart5));
        Do(State.Host, new RoomCommand.RequestStart(State.Host));
        return Forget();
    }

    public Scenario Cycling()
    {
        Do(State.Host, new RoomCommand.SetCycle(State.Host, Cycling: true));
        return Forget();
    }

    public Scenario Join(UserId user, bool? asMonitor = null) => Do(
        user, new RoomCommand.Join(Cast.Member(user), asMonitor ?? user == Cast.M, MayMonitor: user == Cast.M));

    public Scenario Do(UserId? by, RoomCommand command)
    {
        var transition = RoomRules.Apply(State, command, RandomNumber);
        State = transition.State;
        Refusal = transition.Refusal;
        foreach (var effect in transition.Effects)
        {
            switch (effect)
            {
                case RoomEffect.Push push:
                    foreach (var connection in push.To)
                    {
                        FramesOf(connection).Add(Frames.Read(push.Frame));
                    }

                    break;
                case RoomEffect.Reply reply when by is { } user:
                    FramesOf(Cast.ConnectionOf(user)).Add(Frames.Read(reply.Frame));
                    break;
                case RoomEffect.Raise raise:
                    _events.Add(raise.Event);
                    break;
                case RoomEffect.Disconnect disconnect:
                    _disconnected.AddRange(disconnect.Connections);
                    break;
                case RoomEffect.Enter enter:
                    _entered.Add((enter.User, enter.AsMonitor));
                    break;
                case RoomEffect.Exit exit:
                    _gone.Add(exit.User);
                    break;
                case RoomEffect.RaiseTouches touches:
                    _events.Add(StreamEvents.Decode(State.Id, touches));
                    break;
                case RoomEffect.RaiseJudges judges:
                    _events.Add(StreamEvents.Decode(State.Id, judges));
                    break;
            }
        }

        return this;
    }

    public Scenario Forget()
    {
        _frames.Clear();
        _events.Clear();
        _disconnected.Clear();
        _entered.Clear();
        _gone.Clear();
        return this;
    }

    /// <summary>The frames of a user must be exactly these.</summary>
    public void Sees(UserId user, params ReadOnlySpan<object> frames)
    {
        var expected = frames.ToArray().Select(frame => frame is Message message ? new MessageCommand(message) : frame);
        Assert.Equal(expected, FramesOf(Cast.ConnectionOf(user)));
    }

    public void IsRefused(LocalizedText why)
    {
        Assert.Equal(why, Refusal);
        Assert.All(_frames.Values, Assert.Empty);
        Assert.Empty(_events);
    }

    private List<ServerCommand> FramesOf(ConnectionId connection)
    {
        if (!_frames.TryGetValue(connection, out var frames))
        {
            _frames[connection] = frames = [];
        }

        return frames;
    }
}
