using FsCheck.Xunit;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>Whatever nine users do in whatever order, these things hold.</summary>
public sealed class RoomInvariantTests
{
    private const int Users = 9;

    [Property(MaxTest = 3_000, EndSize = 300)]
    public void Keeps_the_room_sound((byte User, byte Action, byte RandomNumber)[] steps)
    {
        var room = new Witness();
        foreach (var (user, action, randomNumber) in steps)
        {
            room.RandomNumber = randomNumber;
            room.Do(new UserId((user % Users) + 1), action);
        }
    }

    /// <summary>Carries commands out and watches as each client would.</summary>
    private sealed class Witness
    {
        private readonly HashSet<ConnectionId> _withRoomCopy = [];
        private readonly HashSet<UserId> _away = [];
        private RoomState _state;
        private bool _playing;

        public Witness()
        {
            var creator = Cast.Member(new UserId(1));
            _state = Scenario.Draft().State with { Players = [creator], Host = creator.Id, MaxPlayers = 6, MaxMonitors = 2 };
            Apply(creator.Id, new RoomCommand.Open());
        }

        public int RandomNumber { get; set; }

        public void Do(UserId user, byte action)
        {
            if (_state.IsClosed)
            {
                return;
            }

            switch (action % 16)
            {
                case 0 or 1 or 2:
                    Apply(user, new RoomCommand.Join(Cast.Member(user), AsMonitor: user.Value > 7, MayMonitor: user.Value > 6));
                    break;
                case 3:
                    Apply(user, new RoomCommand.Leave(user));
                    break;
                case 4:
                    Apply(user, new RoomCommand.SetCycle(user, Cycling: user.Value % 2 == 0));
                    break;
                case 5:
                    Apply(user, new RoomCommand.SetLock(user, Locked: user.Value % 4 == 0));
                    break;
                case 6 or 7:
                    Apply(_state.Host ?? user, new RoomCommand.SelectChart(_state.Host ?? user, Cast.Chart5));
                    break;
                case 8 or 9:
                    Apply(_state.Host ?? user, new RoomCommand.RequestStart(_state.Host ?? user));
                    break;
                case 10 or 11:
                    Apply(user, new RoomCommand.Ready(user));
                    break;
                case 12:
                    Apply(user, new RoomCommand.CancelReady(user));
                    break;
                case 13:
                    Apply(user, new RoomCommand.Played(user, Cast.RecordOf(user)));
                    break;
                case 14:
                    Apply(user, new RoomCommand.Abort(user));
                    break;
                default:
                    ComeOrGo(user);
                    break;
            }
        }

        private void ComeOrGo(UserId user)
        {
            if (_state.Find(user) is null)
            {
                return;
            }

            if (_away.Remove(user))
            {
                Apply(user, new RoomCommand.Resume(user, Cast.ConnectionOf(user), []));
                return;
            }

            Apply(user, new RoomCommand.Detach(user, Cast.ConnectionOf(user)));
            _away.Add(user);
            _withRoomCopy.Remove(Cast.ConnectionOf(user));
        }

        private void Apply(UserId user, RoomCommand command)
        {
            if (_away.Contains(user) && command is not RoomCommand.Leave)
            {
                return;
            }

            var transition = RoomRules.Apply(_state, command, RandomNumber);
            if (transition.Refusal is not null)
            {
                Assert.Same(_state, transition.State);
                Assert.Empty(transition.Effects);
                return;
            }

            var replies = transition.Effects.OfType<RoomEffect.Reply>().Count();
            Assert.Equal(command is RoomCommand.Detach ? 0 : 1, replies);
            _state = transition.State;
            foreach (var effect in transition.Effects)
            {
                Watch(user, effect);
            }

            if (command is RoomCommand.Leave)
            {
                _away.Remove(user);
            }

            CheckState();
        }

        private void Watch(UserId user, RoomEffect effect)
        {
            switch (effect)
            {
                case RoomEffect.Reply { Frame: var reply }:
                    if (reply.Traits.HasFlag(FrameTraits.MakesRoomCopy))
                    {
                        _withRoomCopy.Add(Cast.ConnectionOf(user));
                    }
                    else if (Frames.Read(reply) is LeaveRoomReply)
                    {
                        _withRoomCopy.Remove(Cast.ConnectionOf(user));
                    }

                    break;
                case RoomEffect.Push { To: var to, Frame: var push }:
                    Assert.All(to, connection => Assert.DoesNotContain(_away, away => Cast.ConnectionOf(away) == connection));
                    if (push.Traits.HasFlag(FrameTraits.NeedsRoomCopy))
                    {
                        Assert.All(to, connection => Assert.Contains(connection, _withRoomCopy));
                    }

                    break;
                case RoomEffect.Raise { Event: var gameEvent }:
                    WatchRound(gameEvent);
                    break;
            }
        }

        /// <summary>A round begins once and ends once.</summary>
        private void WatchRound(GameEvent gameEvent)
        {
            if (gameEvent is GameStarted)
            {
                Assert.False(_playing);
                _playing = true;
            }
            else if (gameEvent is GameEnded)
            {
                Assert.True(_playing);
                _playing = false;
            }
        }

        private void CheckState()
        {
            Assert.Equal(_state.Players.IsEmpty, _state.Host is null);
            Assert.True(_state.Host is not { } host || _state.IsPlayer(host));
            Assert.Equal(_state.Players.IsEmpty && _state.Monitors.IsEmpty, _state.IsClosed);
            Assert.Equal(!_state.Monitors.IsEmpty, _state.IsLive);
            Assert.InRange(_state.Players.Length, 0, 6);
            Assert.InRange(_state.Monitors.Length, 0, 2);
            Assert.Distinct(_state.Members.Select(member => member.Id));
            Assert.Equal(_state.Round.Phase == RoomPhase.Playing, _playing);
            switch (_state.Round)
            {
                case RoomRound.Waiting waiting:
                    Assert.Contains(_state.Members, member => !waiting.Ready.Contains(member.Id));
                    break;
                case RoomRound.Playing playing:
                    Assert.Contains(_state.Players, player => !playing.IsDone(player.Id));
                    break;
            }
        }
    }
}
