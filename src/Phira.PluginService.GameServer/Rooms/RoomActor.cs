using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>
/// A room: one bounded mailbox and one reader, so that every command is atomic towards all others. It does no I/O and
/// waits for nobody. A full mailbox refuses further commands.
/// </summary>
internal sealed partial class RoomActor
{
    private readonly Channel<Envelope> _mailbox;
    private readonly RoomEffectHandler _effects;
    private readonly Random _random;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<RoomActor> _logger;
    private RoomState _state;
    private volatile RoomSnapshot _snapshot;
    private volatile bool _isClosed;
    private ITimer? _roundTimer;

    public RoomActor(
        RoomState initial, int mailboxCapacity, RoomEffectHandler effects, Random random, TimeProvider timeProvider, ILogger<RoomActor> logger)
    {
        _state = initial;
        _snapshot = initial.ToSnapshot();
        _effects = effects;
        _random = random;
        _timeProvider = timeProvider;
        _logger = logger;
        Id = initial.Id;
        Name = initial.Name;
        _mailbox = Channel.CreateBounded<Envelope>(new BoundedChannelOptions(mailboxCapacity)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
    }

    /// <summary>The room has ended. Called once, before anybody learns of it.</summary>
    public event Action<RoomActor>? Closed;

    public RoomId Id { get; }

    public RoomName Name { get; }

    /// <summary>The room as last published; may be out of date by the time it is used.</summary>
    public RoomSnapshot Snapshot => _snapshot;

    /// <summary>Carries a command out.</summary>
    /// <param name="replyTo">The request that the room answers, in the right place among its pushes, unless it refuses; null when there is none.</param>
    /// <returns>The refusal, or null.</returns>
    public Task<LocalizedText?> AskAsync(RoomCommand command, RequestId? replyTo = null)
    {
        var done = new TaskCompletionSource<LocalizedText?>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _mailbox.Writer.TryWrite(new Envelope(command, replyTo, done))
            ? done.Task
            : Task.FromResult<LocalizedText?>(_isClosed ? RoomRules.WhyClosed(command) : GameTexts.Busy);
    }

    /// <summary>Carries a command out that nobody waits for and that may be lost when the room is overloaded.</summary>
    public void Tell(RoomCommand command) => _mailbox.Writer.TryWrite(new Envelope(command, ReplyTo: null, Done: null));

    /// <summary>Carries a command out that must not be lost: waits for a place in the mailbox and for the outcome.</summary>
    /// <returns>The room right after the command; null when it had ended before, and everybody has left it.</returns>
    public async Task<RoomState?> InsistAsync(RoomCommand command)
    {
        var applied = new TaskCompletionSource<RoomState>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _mailbox.Writer.WriteAsync(new Envelope(command, ReplyTo: null, Done: null, applied));
        }
        catch (ChannelClosedException)
        {
            return null;
        }

        return await applied.Task;
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

    private void Handle(Envelope envelope)
    {
        LocalizedText? refusal = GameTexts.Fault;
        try
        {
            var transition = RoomRules.Apply(_state, envelope.Command, _random.Next());
            refusal = transition.Refusal;
            Publish(transition.State);
            foreach (var effect in transition.Effects)
            {
                TryPerform(effect, envelope);
            }
        }
        catch (Exception exception)
        {
            Log.Fault(_logger, Id.Value, envelope.Command.GetType().Name, "the rules", exception);
        }

        envelope.Done?.SetResult(refusal);
        envelope.Applied?.SetResult(_state);
    }

    private void Publish(RoomState next)
    {
        if (ReferenceEquals(next, _state))
        {
            return;
        }

        _state = next;
        _snapshot = next.ToSnapshot();
        _isClosed = next.IsClosed;
        if (next.IsClosed && _mailbox.Writer.TryComplete())
        {
            Closed?.Invoke(this);
        }
    }

    // The room has changed already: one effect that fails must not take those after it along, or somebody stays in a room that they left.
    private void TryPerform(RoomEffect effect, Envelope envelope)
    {
        try
        {
            if (effect is RoomEffect.EndRoundLater later)
            {
                EndRoundLater(later);
            }
            else
            {
                _effects.Handle(effect, Id, envelope.ReplyTo);
            }
        }
        catch (Exception exception)
        {
            Log.Fault(_logger, Id.Value, envelope.Command.GetType().Name, effect.GetType().Name, exception);
        }
    }

    private void EndRoundLater(RoomEffect.EndRoundLater later)
    {
        _roundTimer?.Dispose();

        // Nobody waits for it, and it cannot fail: a room that has ended takes no notice.
        _roundTimer = _timeProvider.CreateTimer(
            _ => _ = InsistAsync(new RoomCommand.TimeOut(later.Round)), state: null, later.After, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A command in the mailbox.</summary>
    /// <param name="ReplyTo">The request that the command carries out; null when none does.</param>
    /// <param name="Done">Gets the refusal, or null after success.</param>
    /// <param name="Applied">Gets the room after the command.</param>
    private readonly record struct Envelope(
        RoomCommand Command, RequestId? ReplyTo, TaskCompletionSource<LocalizedText?>? Done, TaskCompletionSource<RoomState>? Applied = null);

    private static partial class Log
    {
        [LoggerMessage(2020, LogLevel.Error, "Room {Room} failed at {Command}, in {Part}")]
        public static partial void Fault(ILogger logger, uint room, string command, string part, Exception exception);
    }
}
