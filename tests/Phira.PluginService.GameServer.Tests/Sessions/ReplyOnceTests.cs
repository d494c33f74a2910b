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
public sealed class ReplyOnceTests
{
    [Fact]
    public async Task Of_several_replies_to_a_request_the_first_one_is_sent_alone()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var game = await TestClient.OpenAsync(((IPEndPoint)listener.LocalEndpoint).Port);
        var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var queue = new SendQueue(16, FramePacing.From(new GameServerOptions()), _ => { }, TimeProvider.System);
        await using var connection = new Connection(new ConnectionId(NodeId.Create(), 1), socket, IPAddress.Loopback, queue, TimeProvider.System);
        var reply = new RequestReply(connection, connection.Begin(TimeProvider.System.GetTimestamp()), ClientCommandKind.Ready, Language.English);

        reply.Refuse(GameTexts.AlreadyReady);
        reply.Refuse(GameTexts.Fault);
        reply.Succeed();
        queue.Complete();
        await connection.SendAllAsync();

        Assert.Equal([new ReadyReply(WireResult.Failure("already ready"))], await game.ReadToEndAsync());
    }
}
