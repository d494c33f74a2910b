using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Configuration;

namespace Phira.PluginService.GameServer.Net;

/// <summary>Accepts connections. It never waits for one of them: a silent peer costs its own connection alone.</summary>
internal sealed partial class GameListener(IOptions<GameServerOptions> options, TimeProvider timeProvider, ILogger<GameListener> logger) : IDisposable
{
    private const int Backlog = 512;
    private const string PortSwitch = "--game-port";
    private const string PortVariable = "PHIRA_GAME__PORT";
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    private Socket? _socket;

    /// <summary>The port that is listened on; null while none is.</summary>
    public int? Port { get; private set; }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="StartupException">The address or the port cannot be used.</exception>
    public void Open()
    {
        try
        {
            _socket = Bind(options.Value);
            _socket.Listen(Backlog);
        }
        catch (SocketException exception)
        {
            throw new StartupException(Explain(exception), exception);
        }

        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        Log.Listening(logger, _socket.LocalEndPoint!.ToString()!);
    }

    public void Close()
    {
        Port = null;
        _socket?.Dispose();
    }

    /// <summary>Hands every accepted socket over, until the listener closes.</summary>
    public async Task AcceptAllAsync(Action<Socket> accepted, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                HandOver(await _socket!.AcceptAsync(cancellationToken), accepted);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException) when (Port is null)
            {
                // Closed while a connection was waited for.
                return;
            }
            catch (SocketException exception)
            {
                // The peer has gone already, or the process has no descriptor left: the others must still get in.
                Log.AcceptFailed(logger, exception.SocketErrorCode);
                await Task.Delay(PauseAfterFailure, timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public void Dispose() => Close();

    /// <summary>Hands a connection over. A failure ends that connection, and never the listening.</summary>
    private void HandOver(Socket socket, Action<Socket> accepted)
    {
        try
        {
            socket.NoDelay = true;
            accepted(socket);
        }
        catch (Exception exception)
        {
            Log.HandOverFailed(logger, exception);
            socket.Dispose();
        }
    }

    private Error Explain(SocketException exception)
    {
        var address = $"{(options.Value.ListenAddress.Length > 0 ? options.Value.ListenAddress : "*")}:{options.Value.Port}";
        return exception.SocketErrorCode == SocketError.AddressAlreadyInUse
            ? new Error(ListeningErrors.PortInUse, address, PortSwitch, PortVariable)
            : new Error(ListeningErrors.AddressUnusable, address, PortSwitch, PortVariable, exception.Message);
    }

    private static Socket Bind(GameServerOptions options)
    {
        if (options.ListenAddress.Length > 0)
        {
            return BindTo(IPAddress.Parse(options.ListenAddress), options.Port);
        }

        if (Socket.OSSupportsIPv6)
        {
            try
            {
                return BindTo(IPAddress.IPv6Any, options.Port);
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable)
            {
                // The system knows IPv6 but has it switched off.
            }
        }

        return BindTo(IPAddress.Any, options.Port);
    }

    private static Socket BindTo(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2030, LogLevel.Information, "The game server listens on {EndPoint}")]
        public static partial void Listening(ILogger logger, string endPoint);

        [LoggerMessage(2031, LogLevel.Warning, "A connection could not be accepted: {Error}")]
        public static partial void AcceptFailed(ILogger logger, SocketError error);

        [LoggerMessage(2032, LogLevel.Warning, "A connection failed right after it was accepted")]
        public static partial void HandOverFailed(ILogger logger, Exception exception);
    }
}
