using System.Net;
using System.Net.Sockets;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Sessions;
using Phira.PluginService.GameServer.Tests.Server;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Sessions;

/// <summary>A second reply to a request is the end of the game's connection.</summary>
public sealed class ReplyOnceTests : IAsyncLifetime
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SendQueue _queue = new(16, FramePacing.From(new GameServerOptions()), _ => { }, TimeProvider.System);
    private TestClient _game = null!;
    private Connection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _listener.Start();
        _game = await TestClient.OpenAsync(((IPEndPoint)_listener.LocalEndpoint).Port);
        var socket = await _listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        _connection = new Connection(new ConnectionId(NodeId.Create(), 1), socket, IPAddress.Loopback, _queue, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _game.DisposeAsync();
        await _connection.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task Of_several_replies_to_a_request_the_first_one_is_sent_alone()
    {
        var reply = Begin(ClientCommandKind.Ready);

        reply.Refuse(GameTexts.AlreadyReady);
        Assert.True(reply.IsSent);
        reply.Refuse(GameTexts.Fault);
        reply.Succeed();

        Assert.Equal([new ReadyReply(WireResult.Failure("already ready"))], await SentAsync());
    }

    [Fact]
    public async Task A_reply_that_comes_after_the_next_request_has_begun_is_dropped()
    {
        var late = Begin(ClientCommandKind.Ready);
        var next = Begin(ClientCommandKind.Chat);

        late.Succeed();
        Assert.False(next.IsSent);
        next.Succeed();

        Assert.Equal([new ChatReply(WireResult.Success)], await SentAsync());
    }

    private RequestReply Begin(ClientCommandKind kind) =>
        new(_connection, _connection.Begin(TimeProvider.System.GetTimestamp()), kind, Language.English);

    private async Task<IReadOnlyList<ServerCommand>> SentAsync()
    {
        _queue.Complete();
        await _connection.SendAllAsync();
        return await _game.ReadToEndAsync();
    }
}
