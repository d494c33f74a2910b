using System.Collections.Immutable;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

using JudgeEvent = Phira.PluginService.Protocol.Data.JudgeEvent;
using TouchFrame = Phira.PluginService.Protocol.Data.TouchFrame;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>A transition under construction: the state so far and the effects so far. Lives for one command.</summary>
/// <param name="before">The room before the command.</param>
/// <param name="randomNumber">A number of at least 0, drawn for the command.</param>
internal sealed class RoomChange(RoomState before, int randomNumber)
{
    private readonly ImmutableArray<RoomEffect>.Builder _effects = ImmutableArray.CreateBuilder<RoomEffect>();
    private readonly RoomState _before = before;

    public RoomState State { get; set; } = before;

    /// <summary>One of some choices at random. No command chooses twice: the second choice would follow from the first.</summary>
    public T Pick<T>(ImmutableArray<T> choices) => choices[randomNumber % choices.Length];

    /// <summary>Moves the room to another phase of its round.</summary>
    /// <param name="by">The user who asked for it; null when nobody in the room did.</param>
    public void GoTo(RoomRound round, UserId? by)
    {
        var previous = State.Round.Phase;
        State = State with { Round = round };
        Raise(new RoomStateChanged(State.ToSnapshot(), previous, by));
    }

    /// <summary>Sends to all connections in the room as it is at this point.</summary>
    public void Broadcast(ServerCommand command) => Push(State.Connections(), command);

    public void Broadcast(Message message) => Broadcast(new MessageCommand(message));

    public void Send(IEnumerable<RoomMember> to, ServerCommand command) => Push([.. to.SelectMany(member => member.Connections)], command);

    /// <summary>Sends to one connection of a member who may have several.</summary>
    public void Send(ConnectionId to, ServerCommand command) => Push([to], command);

    public void Send(UserId to, ServerCommand command)
    {
        if (State.Find(to) is { } member)
        {
            Send([member], command);
        }
    }

    /// <summary>Ends the connections of some members.</summary>
    public void Disconnect(IEnumerable<RoomMember> members)
    {
        ImmutableArray<ConnectionId> connections = [.. members.SelectMany(member => member.Connections)];
        if (!connections.IsEmpty)
        {
            _effects.Add(new RoomEffect.Disconnect(connections));
        }
    }

    public void Reply(ServerCommand command) => _effects.Add(new RoomEffect.Reply(OutgoingFrame.Of(command)));

    public void Raise(GameEvent gameEvent) => _effects.Add(new RoomEffect.Raise(gameEvent));

    public void RaiseTouches(UserId player, EncodedList<TouchFrame> frames) => _effects.Add(new RoomEffect.RaiseTouches(player, frames));

    public void RaiseJudges(UserId player, EncodedList<JudgeEvent> judges) => _effects.Add(new RoomEffect.RaiseJudges(player, judges));

    public void EndRoundLater(TimeSpan after, int round) => _effects.Add(new RoomEffect.EndRoundLater(after, round));

    public void Enter(UserId user, bool asMonitor) => _effects.Add(new RoomEffect.Enter(user, asMonitor));

    public void Exit(UserId user) => _effects.Add(new RoomEffect.Exit(user));

    public RoomTransition Done() => new(State, _effects.DrainToImmutable(), Refusal: null);

    /// <summary>The answer to a question: nothing changes.</summary>
    public RoomTransition Answer(LocalizedText? whyNot) => whyNot is null ? Done() : Refuse(whyNot);

    /// <summary>Whatever was prepared is dropped: a refused command changes nothing.</summary>
    public RoomTransition Refuse(LocalizedText why) => new(_before, [], why);

    private void Push(ImmutableArray<ConnectionId> to, ServerCommand command)
    {
        if (!to.IsEmpty)
        {
            _effects.Add(new RoomEffect.Push(to, OutgoingFrame.Of(command)));
        }
    }
}
