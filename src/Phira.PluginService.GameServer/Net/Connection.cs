using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>One TCP connection: its socket, what waits to be sent, and how it ends.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(1);

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly SendQueue _queue;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _aborted;
    private long _lastRequest;

    // The number of the request that can be answered; 0 when there is none.
    private long _pendingRequest;
    private int _reason = -1;

    public Connection(ConnectionId id, Socket socket, IPAddress address, SendQueue queue, TimeProvider timeProvider)
    {
        Id = id;
        Address = address;
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _queue = queue;
        _aborted = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        OpenedAt = timeProvider.GetTimestamp();

        // A connection that is silent holds no buffer while it is waited for.
        Input = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true, useZeroByteReads: true));
    }

    public ConnectionId Id { get; }

    /// <summary>Timestamp of its acceptance.</summary>
    public long OpenedAt { get; }

    /// <summary>The address of the other end; set once more, before anything else, when a proxy tells better.</summary>
    public IPAddress Address { get; set; }

    public PipeReader Input { get; }

    /// <summary>Cancelled when the connection begins to close: nothing more is worth doing for it.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Cancelled when the socket is abandoned.</summary>
    public CancellationToken Aborted => _aborted.Token;

    public DisconnectReason Reason => (DisconnectReason)Volatile.Read(ref _reason);

    public void Push(OutgoingFrame frame)
    {
        if (!_queue.TryPush(frame))
        {
            Abort(DisconnectReason.SendOverflow);
        }
    }

    /// <summary>Makes this the one request that can be answered. Called by the handler of the requests, one after another.</summary>
    public RequestId Begin(long receivedAt)
    {
        var request = new RequestId(Id, ++_lastRequest, receivedAt);
        Volatile.Write(ref _pendingRequest, request.Number);
        return request;
    }

    /// <summary>Whether the request is being handled and has not been answered.</summary>
    public bool IsPending(RequestId request) => Volatile.Read(ref _pendingRequest) == request.Number;

    /// <summary>
    /// Answers the request that is being handled; does nothing when that is another one or has been answered, because a second reply would break
    /// the game's connection.
    /// </summary>
    public void Reply(RequestId to, OutgoingFrame frame)
    {
        if (Interlocked.CompareExchange(ref _pendingRequest, 0, to.Number) == to.Number)
        {
            Reply(frame, to.ReceivedAt);
        }
    }

    /// <summary>Answers a request that is not handled any further.</summary>
    public void Reply(OutgoingFrame frame, long receivedAt)
    {
        if (!_queue.TryReply(frame, receivedAt))
        {
            Abort(DisconnectReason.SendOverflow);
        }
    }

    /// <summary>Sends what is queued, says goodbye, and gives the other end a moment to do the same.</summary>
    public void Close(DisconnectReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, -1) == -1)
        {
            _queue.Complete();
            CancelQuietly(() => _aborted.CancelAfter(FarewellTime));
            CancelQuietly(_closing.Cancel);
        }
    }

    /// <summary>Abandons the socket at once.</summary>
    public void Abort(DisconnectReason reason)
    {
        Interlocked.CompareExchange(ref _reason, (int)reason, -1);
        _queue.Complete();
        CancelQuietly(_closing.Cancel);
        CancelQuietly(_aborted.Cancel);
    }

    /// <summary>Sends until the connection closes; then ends this direction.</summary>
    public async Task SendAllAsync()
    {
        try
        {
            await _queue.DrainAsync(_stream.WriteAsync, Aborted);
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            Abort(DisconnectReason.NetworkError);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        await _stream.DisposeAsync();
        _closing.Dispose();
        _aborted.Dispose();
    }

    private static void CancelQuietly(Action cancel)
    {
        try
        {
            cancel();
        }
        catch (ObjectDisposedException)
        {
            // Somebody closes a connection that has just ended.
        }
    }
}
