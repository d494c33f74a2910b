using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <content>
/// The commands. A request whose type is outstanding waits until that one is answered. Methods that await a reply throw
/// <see cref="TimeoutException"/> when none comes in time and <see cref="IOException"/> when the connection ends.
/// </content>
public sealed partial class PhiraClient
{
    /// <summary>Sends a keep-alive.</summary>
    /// <returns>Whether the answer came in time.</returns>
    public async Task<bool> PingAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await RequestAsync<PongCommand>(PingCommand.Instance, _options.PongTimeout, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Logs in.</summary>
    public async Task<WireResult<AuthenticatedUser>> AuthenticateAsync(string token, CancellationToken cancellationToken = default) =>
        (await RequestAsync<AuthenticateReply>(new AuthenticateCommand(token), cancellationToken)).Result;

    /// <summary>Says something.</summary>
    public Task<WireResult> ChatAsync(string message, CancellationToken cancellationToken = default) =>
        RequestUnitAsync<ChatReply>(new ChatCommand(message), cancellationToken);

    /// <summary>Reports touches; there is no answer.</summary>
    public Task SendTouchesAsync(EncodedList<TouchFrame> frames, CancellationToken cancellationToken = default) =>
        SendAsync(new TouchesCommand(frames), cancellationToken);

    /// <summary>Reports judgements; there is no answer.</summary>
    public Task SendJudgesAsync(EncodedList<JudgeEvent> judges, CancellationToken cancellationToken = default) =>
        SendAsync(new JudgesCommand(judges), cancellationToken);

    /// <summary>Opens a room.</summary>
    public Task<WireResult> CreateRoomAsync(RoomName room, CancellationToken cancellationToken = default) =>
        RequestUnitAsync<CreateRoomReply>(new CreateRoomCommand(room), cancellationToken);

    /// <summary>Enters a room.</summary>
    public async Task<WireResult<JoinRoomResponse>> JoinRoomAsync(
        RoomName room, bool monitor = false, CancellationToken cancellationToken = default) =>
        (await RequestAsync<JoinRoomReply>(new JoinRoomCommand(room, monitor), cancellationToken)).Result;

    /// <summary>Leaves the room.</summary>
    public Task<WireResult> LeaveRoomAsync(CancellationToken cancellationToken = default) =>
        RequestUnitAsync<LeaveRoomReply>(LeaveRoomCommand.Instance, cancellationToken);

    /// <summary>Locks or unlocks the room.</summary>
    public Task<WireResult> LockRoomAsync(bool value, CancellationToken cancellationToken = default) =>
        RequestUnitAsync<LockRoomReply>(new LockRoomCommand(value), cancellationToken);

    /// <summary>Switches the passing on of the host role.</summary>
    public Task<WireResult> CycleRoomAsync(bool value, CancellationToken cancellationToken = default) =>
        RequestUnitAsync<CycleRoomReply>(new CycleRoomCommand(value), cancellationToken);

    /// <summary>Chooses a chart.</summary>
    public Task<WireResult> SelectChartAsync(int chart, CancellationToken cancellationToken = default) =>
        RequestUnitAsync<SelectChartReply>(new SelectChartCommand(chart), cancellationToken);

    /// <summary>Asks everybody to get ready.</summary>
    public Task<WireResult> RequestStartAsync(CancellationToken cancellationToken = default) =>
        RequestUnitAsync<RequestStartReply>(RequestStartCommand.Instance, cancellationToken);

    /// <summary>Is ready.</summary>
    public Task<WireResult> ReadyAsync(CancellationToken cancellationToken = default) =>
        RequestUnitAsync<ReadyReply>(ReadyCommand.Instance, cancellationToken);

    /// <summary>Is no longer ready.</summary>
    public Task<WireResult> CancelReadyAsync(CancellationToken cancellationToken = default) =>
        RequestUnitAsync<CancelReadyReply>(CancelReadyCommand.Instance, cancellationToken);

    /// <summary>Has finished and uploaded a record.</summary>
    public Task<WireResult> PlayedAsync(int record, CancellationToken cancellationToken = default) =>
        RequestUnitAsync<PlayedReply>(new PlayedCommand(record), cancellationToken);

    /// <summary>Aborts the round.</summary>
    public Task<WireResult> AbortAsync(CancellationToken cancellationToken = default) =>
        RequestUnitAsync<AbortReply>(AbortCommand.Instance, cancellationToken);

    private async Task<WireResult> RequestUnitAsync<TReply>(ClientCommand command, CancellationToken cancellationToken)
        where TReply : UnitReply
    {
        while (true)
        {
            var result = (await RequestAsync<TReply>(command, cancellationToken)).Result;
            if (result.IsSuccess || !_options.TriesAgain(result.Error))
            {
                return result;
            }

            await Task.Delay(_options.PauseBeforeRetry, _options.TimeProvider, cancellationToken);
        }
    }

    private Task<TReply> RequestAsync<TReply>(ClientCommand command, CancellationToken cancellationToken)
        where TReply : ServerCommand => RequestAsync<TReply>(command, _options.ReplyTimeout, cancellationToken);

    private async Task<TReply> RequestAsync<TReply>(ClientCommand command, TimeSpan limit, CancellationToken cancellationToken)
        where TReply : ServerCommand
    {
        var outstanding = _outstanding[typeof(TReply)];
        await outstanding.WaitAsync(cancellationToken);
        PendingRequest? request = null;
        try
        {
            request = await BeginAsync(command, cancellationToken);
            return (TReply)await request!.Reply.WaitAsync(limit, _options.TimeProvider, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"No answer to {command} within {limit.TotalSeconds} s.", exception);
        }
        finally
        {
            Abandon(request);
            outstanding.Release();
        }
    }

    /// <summary>Registers for the reply, then queues the command.</summary>
    private async Task<PendingRequest?> BeginAsync(ClientCommand command, CancellationToken cancellationToken)
    {
        var frame = ClientCommandEncoder.TryEncode(command)
            ?? throw new ArgumentException("The command is larger than a frame can be.", nameof(command));
        PendingRequest? request;
        lock (_lock)
        {
            if (_model.IsClosed)
            {
                throw new IOException("The connection is closed.");
            }

            request = _model.Send(command);
        }

        await SendRawAsync(frame, cancellationToken);
        return request;
    }

    private void Abandon(PendingRequest? request)
    {
        lock (_lock)
        {
            if (request is { Reply.IsCompleted: false })
            {
                request.Abandoned = true;
            }
        }
    }
}
