using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

public sealed class PingTests
{
    private static readonly byte[] Ping = ClientCommandEncoder.TryEncode(PingCommand.Instance)!;

    [Fact]
    public async Task A_ping_is_answered_before_the_login()
    {
        await using var server = await TestServer.StartAsync();
        await using var client = await server.ConnectAsync();

        await client.SendAsync(PingCommand.Instance);

        await client.SeesAsync(PongCommand.Instance);
    }

    [Fact]
    public async Task A_ping_is_answered_while_a_request_waits_for_the_API()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("room")));
        var answer = new TaskCompletionSource();
        server.Api.Before = _ => answer.Task;

        await a.SendAsync(new SelectChartCommand(5));
        await a.SendAsync(PingCommand.Instance);
        await a.SeesAsync(PongCommand.Instance);

        answer.SetResult();
        await a.SkipToAsync<SelectChartReply>();
    }

    [Fact]
    public async Task Every_ping_is_answered_though_there_are_more_packets_than_allowed()
    {
        await using var server = await TestServer.StartAsync(options => (options.Limits.PacketBurst, options.Limits.PacketsPerSec) = (2, 1));
        await using var a = await server.LoginAsync(100);

        await a.SendRawAsync([.. Enumerable.Repeat(Ping, 20).SelectMany(bytes => bytes)]);

        await a.SeesAsync([.. Enumerable.Repeat(PongCommand.Instance, 20)]);
    }
}
