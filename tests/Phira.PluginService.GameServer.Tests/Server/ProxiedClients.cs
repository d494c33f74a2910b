using System.Text;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Clients with an address of the test's choice, because the loopback interface counts as a trusted proxy.</summary>
internal static class ProxiedClients
{
    public static Task<TestServer> StartAsync(Action<GameServerOptions>? configure = null) => TestServer.StartAsync(options =>
    {
        options.TrustedProxies = ["127.0.0.1"];
        configure?.Invoke(options);
    });

    public static byte[] Header(string source) => Encoding.ASCII.GetBytes($"PROXY TCP4 {source} 127.0.0.1 50000 12346\r\n");

    /// <summary>Opens a connection and sends the header and the version.</summary>
    public static async Task<TestClient> ComeFromAsync(this TestServer server, string source)
    {
        var client = await TestClient.OpenAsync(server.Port);
        try
        {
            await client.SendRawAsync([.. Header(source), 1]);
        }
        catch (IOException)
        {
            // Refused before it could be sent; the test will see the end of the stream.
        }

        return client;
    }

    /// <summary>The same, and the server has read it all.</summary>
    public static async Task<TestClient> SettleFromAsync(this TestServer server, string source)
    {
        var client = await server.ComeFromAsync(source);
        await client.SettleAsync();
        return client;
    }

    /// <summary>Tries to log in.</summary>
    /// <returns>The text that the player reads when the login is refused; null when it is not.</returns>
    public static async Task<string?> RefusalAsync(this TestClient client, int user) =>
        Assert.IsType<AuthenticateReply>(await client.LoginAsync($"t{user}")).Result.Error;
}
