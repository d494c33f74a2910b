using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Threading.Channels;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Tests.Players;

/// <summary>
/// The least server a crowd can live on: logs in everybody that the API knows, and obeys. Its rules are in <see cref="ObligingRooms"/>.
/// </summary>
internal sealed class ObligingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ObligingRooms _rooms = new();
    private readonly Channel<ClientCommand> _handled = Channel.CreateUnbounded<ClientCommand>();
    private readonly HttpClient _api;
    private readonly Task _accepting;

    public ObligingServer(Uri api)
    {
        _api = new HttpClient { BaseAddress = api };
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public EndPoint EndPoint => _listener.LocalEndpoint;

    /// <summary>Whether connections are closed right after they were accepted.</summary>
    public bool RefusesEverybody { get; set; }

    /// <summary>Every command, after it was dealt with.</summary>
    public ChannelReader<ClientCommand> Handled => _handled.Reader;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _api.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stopping.Token);
                if (RefusesEverybody)
                {
                    socket.Dispose();
                }
                else
                {
                    connections.Add(ServeAsync(socket));
                }
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        var outgoing = Channel.CreateUnbounded<ServerCommand>();
        var writing = WriteAsync(stream, outgoing.Reader);
        try
        {
            await ReadAsync(stream, outgoing.Writer);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The player has gone, or the test has.
        }

        outgoing.Writer.TryComplete();
        await writing;
    }

    private async Task ReadAsync(NetworkStream stream, ChannelWriter<ServerCommand> outgoing)
    {
        var reader = PipeReader.Create(stream);
        var version = await reader.ReadAtLeastAsync(1, _stopping.Token);
        if (version.Buffer.IsEmpty)
        {
            return;
        }

        reader.AdvanceTo(version.Buffer.GetPosition(1));
        ObligingUser? user = null;
        while (true)
        {
            var result = await reader.ReadAsync(_stopping.Token);
            var buffer = result.Buffer;
            while (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame)
            {
                Assert.True(ClientCommandDecoder.TryDecode(payload.ToArray(), DecodeLimits.Server, out var command, out _));
                if (command.Kind == ClientCommandKind.Authenticate)
                {
                    user = await LogInAsync(((AuthenticateCommand)command).Token, outgoing);
                }
                else
                {
                    await HandleAsync(user!, command);
                }

                _handled.Writer.TryWrite(command);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                return;
            }
        }
    }

    private async Task<ObligingUser> LogInAsync(string token, ChannelWriter<ServerCommand> outgoing)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var response = await _api.SendAsync(request, _stopping.Token);
        var profile = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Profile>(_stopping.Token);
        return _rooms.LogIn(profile!.Id, profile.Name, outgoing);
    }

    private async Task HandleAsync(ObligingUser user, ClientCommand command)
    {
        if (command.Kind == ClientCommandKind.Played)
        {
            var record = await _api.GetFromJsonAsync<Record>($"/record/{((PlayedCommand)command).Record}", _stopping.Token);
            Assert.Equal(user.Info.Id, record!.Player);
        }

        _rooms.Handle(user, command);
    }

    private async Task WriteAsync(NetworkStream stream, ChannelReader<ServerCommand> outgoing)
    {
        try
        {
            await foreach (var frame in outgoing.ReadAllAsync(_stopping.Token))
            {
                await stream.WriteAsync(ServerCommandEncoder.TryEncode(frame), _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // As above.
        }
    }

    private sealed record Profile(int Id, string Name);

    private sealed record Record(int Player);
}
