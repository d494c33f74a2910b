using System.Net.Sockets;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.PostgreSql;

/// <summary>A line to a server that can be cut at the moment when the reply to a commit is under way.</summary>
internal sealed class CutLine : IAsyncDisposable
{
    private const string SocketName = ".s.PGSQL.5432";

    private readonly TemporaryDirectory _directory = new();
    private readonly string _server;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;
    private volatile bool _cutsNextCommit;
    private volatile bool _staysCut;
    private volatile bool _isCut;

    /// <param name="server">The server's socket.</param>
    public CutLine(string server)
    {
        _server = server;
        _listener.Bind(new UnixDomainSocketEndPoint(_directory[SocketName]));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>The host for a connection string.</summary>
    public string Directory => _directory.Path;

    /// <summary>Whether a commit was made whose reply is lost.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Lets the next commit reach the server, and nobody the reply.</summary>
    /// <param name="staysCut">Whether new connections are closed at once, until <see cref="Mend"/>.</param>
    public void CutAfterNextCommit(bool staysCut = false)
    {
        _staysCut = staysCut;
        _cutsNextCommit = true;
    }

    /// <summary>Lets new connections through again.</summary>
    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _closing.Dispose();
        _directory.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(CarryAsync(await _listener.AcceptAsync(_closing.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            if (_isCut)
            {
                return;
            }

            using var cut = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
            await server.ConnectAsync(new UnixDomainSocketEndPoint(_server), _closing.Token);
            var awaitsReply = false;
            await Task.WhenAny(CopyAsync(client, server, WatchCommands, cut.Token), CopyAsync(server, client, _ => !awaitsReply || !Cut(), cut.Token));
            await cut.CancelAsync();

            // With the end of the message: a transaction begins with "READ COMMITTED".
            bool WatchCommands(ReadOnlyMemory<byte> bytes)
            {
                awaitsReply |= _cutsNextCommit && bytes.Span.IndexOf("COMMIT\0"u8) >= 0;
                return true;
            }
        }
    }

    // The server has committed: its reply is here.
    private bool Cut()
    {
        (_cutsNextCommit, _isCut, WasCut) = (false, _staysCut, true);
        return true;
    }

    /// <param name="mayPass">Whether what has come is passed on; otherwise the line ends.</param>
    private static async Task CopyAsync(Socket from, Socket to, Func<ReadOnlyMemory<byte>, bool> mayPass, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, cancellationToken)) > 0 && mayPass(buffer.AsMemory(0, count)))
            {
                await to.SendAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // One side has left.
        }
    }
}
