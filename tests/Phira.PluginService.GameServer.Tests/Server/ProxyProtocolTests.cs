using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>A trusted proxy tells where each connection comes from.</summary>
public sealed class ProxyProtocolTests
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_address_in_the_header_counts_for_limits_and_bans()
    {
        await using var server = await ProxiedClients.StartAsync(options => options.Limits.MaxConnectionsPerAddress = 1);
        await server.Bans.BanAsync(BanTarget.Of(IPAddress.Parse("203.0.113.9")), "flood", expiresAt: null, "ann", Stop);
        await using var one = await server.ComeFromAsync("203.0.113.7");
        await using var other = await server.ComeFromAsync("203.0.113.8");
        await using var banned = await server.ComeFromAsync("203.0.113.9");

        // Its login shows that the server has read the first header: now the second connection from there is the one too many.
        Assert.True(Assert.IsType<AuthenticateReply>(await one.LoginAsync("t100")).Result.IsSuccess);
        await using var tooMany = await server.ComeFromAsync("203.0.113.7");

        Assert.True(Assert.IsType<AuthenticateReply>(await other.LoginAsync("t200")).Result.IsSuccess);
        Assert.Contains("flood", Assert.IsType<AuthenticateReply>(await banned.LoginAsync("t300")).Result.Error, StringComparison.Ordinal);
        Assert.Contains("来自你所在地址的连接数已达上限", await tooMany.RefusalAsync(400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_version_and_login_may_come_in_one_piece_or_byte_by_byte()
    {
        await using var server = await ProxiedClients.StartAsync();
        byte[] everything = [.. ProxiedClients.Header("203.0.113.7"), 1, 6, 1, 4, (byte)'t', (byte)'1', (byte)'0', (byte)'0'];
        await using var whole = await TestClient.OpenAsync(server.Port);
        await using var pieces = await TestClient.OpenAsync(server.Port);

        await whole.SendRawAsync(everything);
        Assert.True(Assert.IsType<AuthenticateReply>(await whole.NextAsync()).Result.IsSuccess);

        foreach (var one in everything)
        {
            await pieces.SendRawAsync(one);
        }

        Assert.True(Assert.IsType<AuthenticateReply>(await pieces.NextAsync()).Result.IsSuccess);
    }

    [Fact]
    public async Task A_proxy_that_checks_the_servers_health_is_served_under_its_own_address()
    {
        await using var server = await ProxiedClients.StartAsync();
        await using var client = await TestClient.OpenAsync(server.Port);

        await client.SendRawAsync([.. "\r\n\r\n\0\r\nQUIT\n"u8, 0x20, 0, 0, 0, 1]);

        Assert.True(Assert.IsType<AuthenticateReply>(await client.LoginAsync("t100")).Result.IsSuccess);
    }

    [Fact]
    public async Task A_proxy_that_says_nothing_is_closed_and_frees_its_place()
    {
        await using var server = await ProxiedClients.StartAsync(options => options.HandshakeTimeoutSecs = Handshake.TotalSeconds);
        await using (var silent = await TestClient.OpenAsync(server.Port))
        {
            await server.Clock.HasBegunAsync(Handshake);
            server.Clock.Advance(Handshake);
            Assert.Empty(await silent.ReadToEndAsync());
        }

        await using var client = await server.ComeFromAsync("203.0.113.7");
        Assert.True(Assert.IsType<AuthenticateReply>(await client.LoginAsync("t100")).Result.IsSuccess);
        Assert.Equal(1, server.Get<IGameServerStatus>().ConnectionCount);
    }

    [Fact]
    public async Task Proxies_must_be_written_as_addresses_and_networks()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestServer.StartAsync(options => options.TrustedProxies = ["10.0.0.0/8", "proxy.example"]));

        Assert.Equal(["game.trusted_proxies must hold IP addresses and networks such as 10.0.0.0/8"], failure.InEnglish());
    }
}
