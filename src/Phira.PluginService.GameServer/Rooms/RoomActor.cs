using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>
/// A room: one bounded mailbox and one reader, so that every command is atomic towards all others. It does no I/O and
/// waits for nobody. A full mailbox refuses further commands.
/// </summary>
internal sealed partial class RoomActor
{
    private readonly Channel<RoomEnvelope> _mailbox;
    private readonly RoomServices _ports;
    private volatile RoomState _state;
    private volatile RoomSnapshot _snapshot;
    private ITimer? _roundTimer;

    public RoomActor(RoomState initial, int mailboxCapacity, RoomServices ports)
    {
        _state = initial;
        _snapshot = initial.ToSnapshot();
        _ports = ports;
        _mailbox = Channel.CreateBounded<RoomEnvelope>(new BoundedChannelOptions(mailboxCapacity)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
    }

    /// <summary>The room has ended. Called once, before anybody learns of it.</summary>
    public event Action<RoomActor>? Closed;

    public RoomSnapshot Snapshot => _snapshot;

    /// <summary>The room as last published, for checks whose answer may be out of date by the time it is used.</summary>
    public RoomState Published => _state;

    /// <summary>Carries a request out; its reply is queued by the room itself, in the right place among the pushes.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public async Task<GameText?> AskAsync(RoomCommand command, IRequestReply? reply)
    {
        var done = new TaskCompletionSource<GameText?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_mailbox.Writer.TryWrite(new RoomEnvelope(command, reply, done)))
        {
            return await done.Task;
        }

        var refusal = !_state.IsClosed ? GameTexts.Busy : command is RoomCommand.Join ? GameTexts.RoomNotFound : GameTexts.NoRoom;
        reply?.Refuse(refusal);
        return refusal;
    }

    /// <summary>Carries a command out that nobody waits for and that may be lost when the room is overloaded.</summary>
    public void Tell(RoomCommand command) => _mailbox.Writer.TryWrite(new RoomEnvelope(command, Reply: null, Done: null));

    /// <summary>Carries a command out that must not be lost: waits for a place in the mailbox and for the outcome.</summary>
    public async Task InsistAsync(RoomCommand command)
    {
        var done = new TaskCompletionSource<GameText?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _mailbox.Writer.WriteAsync(new RoomEnvelope(command, Reply: null, done));
        }
        catch (ChannelClosedException)
        {
            // The room has ended, and everybody has left it.
            return;
        }

        await done.Task;
    }

    /// <summary>Reads the mailbox until the room has ended.</summary>
    public async Task RunAsync()
    {
        await foreach (var envelope in _mailbox.Reader.ReadAllAsync())
        {
            Handle(envelope);
        }

        await (_roundTimer?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private void Handle(RoomEnvelope envelope)
    {
        GameText? refusal = GameTexts.Fault;
        try
        {
            var transition = RoomRules.Apply(_state, envelope.Command, _ports.Pick);
            refusal = transition.Refusal;
            Publish(transition.State);
            foreach (var effect in transition.Effects)
            {
                TryPerform(effect, envelope);
            }
        }
        catch (Exception e)
        {
            LogFault(_ports.Logger, _state.Id.Value, envelope.Command.GetType().Name, "the rules", e);
        }

        if (refusal is not null)
        {
            envelope.Reply?.Refuse(refusal);
        }

        envelope.Done?.SetResult(refusal);
    }

    private void Publish(RoomState next)
    {
        if (ReferenceEquals(next, _state))
        {
            return;
        }

        _state = next;
        _snapshot = next.ToSnapshot();
        if (next.IsClosed && _mailbox.Writer.TryComplete())
        {
            Closed?.Invoke(this);
        }
    }

    // The room has changed already: one effect that fails must not take those after it along, or somebody stays in a room that they left.
    private void TryPerform(RoomEffect effect, RoomEnvelope envelope)
    {
        try
        {
            Perform(effect, envelope.Reply);
        }
        catch (Exception e)
        {
            LogFault(_ports.Logger, _state.Id.Value, envelope.Command.GetType().Name, effect.GetType().Name, e);
        }
    }

    private void Perform(RoomEffect effect, IRequestReply? reply)
    {
        switch (effect)
        {
            case RoomEffect.Send send:
                var frame = OutgoingFrame.Of(send.Command);
                foreach (var connection in send.To)
                {
                    _ports.Outbox.Send(connection, frame);
                }

                break;
            case RoomEffect.Disconnect disconnect:
                foreach (var connection in disconnect.Whom)
                {
                    _ports.Outbox.Disconnect(connection);
                }

                break;
            case RoomEffect.Reply answer:
                reply?.Send(answer.Command);
                break;
            case RoomEffect.Raise raise:
                _ports.Publish(raise.Event);
                break;
            case RoomEffect.RaiseIfSubscribed raise:
                if (_ports.HasSubscribers(raise.Type))
                {
                    _ports.Publish(raise.Read());
                }

                break;
            case RoomEffect.EndRoundLater later:
                EndRoundLater(later);
                break;
            case RoomEffect.Enter enter:
                _ports.Membership.Entered(enter.User, _state.Id, enter.AsMonitor);
                break;
            case RoomEffect.Exit exit:
                _ports.Membership.Left(exit.User, _state.Id);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "An actor knows no such effect.");
        }
    }

    private void EndRoundLater(RoomEffect.EndRoundLater later)
    {
        _roundTimer?.Dispose();

        // Nobody waits for it, and it cannot fail: a room that has ended takes no notice.
        _roundTimer = _ports.Time.CreateTimer(
            _ => _ = InsistAsync(new RoomCommand.TimeOut(later.Round)), state: null, later.After, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(2020, LogLevel.Error, "Room {Room} failed at {Command}, in {Part}")]
    private static partial void LogFault(ILogger logger, uint room, string command, string part, Exception exception);
}
