using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <summary>
/// A client that speaks the protocol over TCP the way the game does: heartbeat, at most one outstanding request of a type, a
/// time limit for replies, and a copy of the room. It records what it receives, and reports what the game would not have
/// survived instead of dying of it.
/// </summary>
public sealed partial class PhiraClient : IAsyncDisposable
{
    // As in the game: a sender of more than this at once waits for the socket.
    private const int OutgoingCapacity = 1024;

    private readonly Lock _lock = new();
    private readonly Socket _socket;
    private readonly PhiraClientOptions _options;
    private readonly ClientModel _model;
    private readonly FrameLog _log;
    private readonly Channel<ReadOnlyMemory<byte>> _outgoing = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(OutgoingCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Dictionary<Type, SemaphoreSlim> _outstanding = ReplyTypes.All.ToDictionary(type => type, _ => new SemaphoreSlim(1, 1));
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<CloseReason> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _pumps = Task.CompletedTask;
    private int _missedPongs;

    private PhiraClient(Socket socket, PhiraClientOptions options)
    {
        _socket = socket;
        _options = options;
        _model = new ClientModel(options);
        _log = new FrameLog(options.ReceivedCapacity);
    }

    /// <summary>The user that this client is according to the server; null before the login.</summary>
    public UserInfo? User
    {
        get
        {
            lock (_lock)
            {
                return _model.User;
            }
        }
    }

    /// <summary>The copy of the room; null when the client is in none.</summary>
    public ClientRoom? Room
    {
        get
        {
            lock (_lock)
            {
                return _model.Room;
            }
        }
    }

    /// <summary>The violations so far that the game would not have survived; none for a good server.</summary>
    public IReadOnlyList<ClientViolation> Violations
    {
        get
        {
            lock (_lock)
            {
                return [.. _model.Violations];
            }
        }
    }

    /// <summary>Every frame that has been received, in order, but for the Pongs; the oldest are missing when there were too many.</summary>
    public IReadOnlyList<ServerCommand> Received
    {
        get
        {
            lock (_lock)
            {
                return _log.ToArray();
            }
        }
    }

    /// <summary>The number of pings in a row that have had no answer in time.</summary>
    public int MissedPongs => Volatile.Read(ref _missedPongs);

    /// <summary>Completes when the connection has ended and everything that came before the end is recorded.</summary>
    public Task<CloseReason> Closed => _closed.Task;

    /// <summary>The address this client's end of the connection has.</summary>
    public EndPoint? LocalEndPoint { get; private set; }

    /// <summary>Opens a connection and sends the version byte.</summary>
    /// <param name="options">The client's behaviour; null for the game's.</param>
    public static async Task<PhiraClient> ConnectAsync(
        EndPoint server, PhiraClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var client = new PhiraClient(socket, options ?? new PhiraClientOptions()) { LocalEndPoint = socket.LocalEndPoint };
        client.Start();
        return client;
    }

    /// <summary>Sends a command without waiting for its reply.</summary>
    /// <param name="cancellationToken">Cancels waiting for room in the outgoing queue.</param>
    public async Task SendAsync(ClientCommand command, CancellationToken cancellationToken = default) =>
        await BeginAsync(command, cancellationToken);

    /// <summary>Sends bytes as they are, for instance such as no client would send.</summary>
    /// <param name="cancellationToken">Cancels waiting for room in the outgoing queue.</param>
    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        try
        {
            await _outgoing.Writer.WriteAsync(bytes, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new IOException("The connection is closed.", exception);
        }
    }

    /// <summary>Breaks the connection off without a goodbye, as a lost network does.</summary>
    public void Drop()
    {
        _stopping.Cancel();
        _socket.Close(timeout: 0);
    }

    /// <summary>Closes the connection; commands that are still queued may be lost.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _pumps;
        _socket.Dispose();
        _stopping.Dispose();
    }

    private void Start()
    {
        _outgoing.Writer.TryWrite(new[] { _options.Version });
        _pumps = RunAsync();
    }

    private async Task RunAsync()
    {
        var stream = new NetworkStream(_socket, ownsSocket: false);
        var writing = WriteAsync(stream);
        var pinging = PingRegularlyAsync();
        var reason = await ReadAsync(stream);
        lock (_lock)
        {
            _model.Close();
        }

        _closed.TrySetResult(reason);
        Signal();
        _outgoing.Writer.TryComplete();
        await _stopping.CancelAsync();
        await writing;
        await pinging;
        await stream.DisposeAsync();
    }

    private async Task<CloseReason> ReadAsync(NetworkStream stream)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(_stopping.Token);
                var buffer = result.Buffer;
                if (!ReceiveAll(ref buffer))
                {
                    return CloseReason.BadFrame;
                }

                if (result.IsCompleted)
                {
                    return CloseReason.ByServer;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            return _stopping.IsCancellationRequested ? CloseReason.ByClient : CloseReason.Broken;
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private bool ReceiveAll(ref ReadOnlySequence<byte> buffer)
    {
        while (true)
        {
            var status = FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload);
            if (status == FrameStatus.NeedMore)
            {
                return true;
            }

            if (status != FrameStatus.Frame)
            {
                Report(ViolationKind.MalformedFrame, $"{status}");
                return false;
            }

            if (!ServerCommandDecoder.TryDecode(payload, out var frame, out var error))
            {
                Report(ViolationKind.UndecodablePayload, $"{error}: {Convert.ToHexString(payload.Slice(0, Math.Min(payload.Length, 64)).ToArray())}");
                return false;
            }

            Receive(frame);
        }
    }

    private void Receive(ServerCommand frame)
    {
        lock (_lock)
        {
            if (frame is not PongCommand)
            {
                _log.Add(frame);
            }

            _model.Receive(frame);
        }

        Signal();
    }

    private void Report(ViolationKind kind, string details)
    {
        lock (_lock)
        {
            _model.Report(kind, null, details);
        }

        Signal();
    }

    /// <summary>Wakes everybody who waits for something to happen.</summary>
    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    private async Task WriteAsync(NetworkStream stream)
    {
        try
        {
            await foreach (var bytes in _outgoing.Reader.ReadAllAsync(_stopping.Token))
            {
                await stream.WriteAsync(bytes, _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The reading side reports how the connection ended.
            _outgoing.Writer.TryComplete();
        }
    }

    private async Task PingRegularlyAsync()
    {
        try
        {
            while (_options.PingInterval != Timeout.InfiniteTimeSpan)
            {
                await Task.Delay(_options.PingInterval, _options.TimeProvider, _stopping.Token);
                var answered = await PingAsync(_stopping.Token);
                Volatile.Write(ref _missedPongs, answered ? 0 : _missedPongs + 1);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // No connection, no heartbeat.
        }
    }
}
