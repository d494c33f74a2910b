using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Users;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>
/// One connection, from its first frame to its end. Its reader takes packets off the wire without ever waiting for anything else, answers
/// pings itself, and passes requests on to the one handler, which carries them out in order.
/// </summary>
internal sealed partial class Session : IUserConnection
{
    private const int MaxRunningCommands = 4;

    private readonly Channel<Request> _requests;
    private readonly ConnectionSlot _slot;
    private readonly RequestDispatcher _dispatcher;
    private readonly GameMetrics _metrics;
    private readonly ILogger<Session> _logger;
    private readonly TaskCompletionSource _handled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile UserEntry? _user;
    private volatile bool _isAuthenticated;
    private int _runningCommands;

    public Session(
        Connection connection, ConnectionSlot slot, Refusal? refusal, SessionLimits limits,
        int receiveQueue, RequestDispatcher dispatcher, GameMetrics metrics, ILogger<Session> logger)
    {
        Connection = connection;
        Refusal = refusal;
        Limits = limits;
        _slot = slot;
        _dispatcher = dispatcher;
        _metrics = metrics;
        _logger = logger;
        _requests = Channel.CreateBounded<Request>(new BoundedChannelOptions(receiveQueue)
        {
            SingleReader = true,
            SingleWriter = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
    }

    public Connection Connection { get; }

    public SessionLimits Limits { get; }

    /// <summary>The refusal of its login, for every account; null when it may log in.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The user that the connection acts for; null before the login.</summary>
    public UserEntry? User => _user;

    /// <summary>The login has succeeded and larger packets are accepted.</summary>
    public bool IsAuthenticated => _isAuthenticated;

    ConnectionId IUserConnection.Id => Connection.Id;

    public IPAddress Address => Connection.Address;

    public DisconnectReason Reason => Connection.Reason;

    public Task Handled => _handled.Task;

    private Language Language => _user?.Language ?? Language.English;

    /// <summary>Binds the connection to the user, who is affected by its end from now on.</summary>
    public void Belongs(UserEntry user) => _user = user;

    /// <summary>Protects the connection from giving way to a newer one.</summary>
    public void LoginBegins() => _slot.LoginBegins();

    /// <summary>Marks the connection as logged in. Called before the login's reply is queued.</summary>
    public void Authenticated()
    {
        _isAuthenticated = true;
        _slot.LoggedIn();
    }

    /// <returns>False when enough commands of this connection are running.</returns>
    public bool TryBeginCommand()
    {
        if (Interlocked.Increment(ref _runningCommands) <= MaxRunningCommands)
        {
            return true;
        }

        EndCommand();
        return false;
    }

    public void EndCommand() => Interlocked.Decrement(ref _runningCommands);

    public void Say(string text)
    {
        foreach (var line in ChatLines.Split(text))
        {
            Connection.Push(OutgoingFrame.Of(new MessageCommand(new ChatMessage(UserId.System.Value, line))));
        }
    }

    public void Close(DisconnectReason reason) => Connection.Close(reason);

    /// <summary>Takes a packet that is within the limits. Called by the socket reader, whose buffer may still hold the packet.</summary>
    public void Accept(Request request)
    {
        if (request.Command.Kind == ClientCommandKind.Ping)
        {
            Connection.Reply(OutgoingFrame.Of(PongCommand.Instance), request.ReceivedAt);
        }
        else if (!_requests.Writer.TryWrite(request with { Command = request.Command.ToOwned() }))
        {
            Connection.Abort(DisconnectReason.ReceiveOverflow);
        }
    }

    /// <summary>Answers a packet that is beyond the limits. Streams are dropped without a word; pings are answered all the same.</summary>
    public void Refuse(Request request)
    {
        if (request.Command.Kind == ClientCommandKind.Ping)
        {
            // A game without its Pong takes the connection for lost.
            Accept(request);
        }
        else if (_isAuthenticated && Replies.Failure(request.Command.Kind, GameTexts.TooFast.In(Language)) is { } refusal)
        {
            Connection.Reply(OutgoingFrame.Of(refusal), request.ReceivedAt);
        }
    }

    /// <summary>Accepts no more requests; accepted ones are still handled.</summary>
    public void Complete() => _requests.Writer.TryComplete();

    /// <summary>Handles requests, one after the other, until there will be no more.</summary>
    public async Task HandleAllAsync()
    {
        try
        {
            await foreach (var request in _requests.Reader.ReadAllAsync(Connection.Closing))
            {
                await HandleAsync(request);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection closes; requests that were not begun are not missed by anybody.
        }
        finally
        {
            _handled.SetResult();
        }
    }

    private async Task HandleAsync(Request request)
    {
        var reply = new RequestReply(Connection, Connection.Begin(request.ReceivedAt), request.Command.Kind, Language);
        if (await CarryOutAsync(request, reply) is { } outcome)
        {
            _metrics.Request(request.Command.Kind, outcome);
        }
    }

    /// <returns>The outcome; null when the request was ignored.</returns>
    private async Task<RequestOutcome?> CarryOutAsync(Request request, RequestReply reply)
    {
        try
        {
            await _dispatcher.DispatchAsync(this, request, reply, Connection.Closing);
            return reply.IsRefused ? RequestOutcome.Refused : reply.IsSent ? RequestOutcome.Ok : null;
        }
        catch (OperationCanceledException)
        {
            // Either nobody is left to answer, or a time limit of ours was reached.
            reply.Refuse(GameTexts.Busy);
            return RequestOutcome.Canceled;
        }
        catch (Exception exception)
        {
            Log.Fault(_logger, Connection.Id.Sequence, request.Command.Kind, exception);
            reply.Refuse(GameTexts.Fault);
            return RequestOutcome.Failed;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2041, LogLevel.Error, "Connection {Connection} failed at {Request}")]
        public static partial void Fault(ILogger logger, long connection, ClientCommandKind request, Exception exception);
    }
}
