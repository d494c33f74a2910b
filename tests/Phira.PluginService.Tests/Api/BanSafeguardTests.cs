using System.Net;
using System.Text.Json;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

/// <summary>A slip of the keyboard must not empty the server or lock its administrator out.</summary>
public sealed class BanSafeguardTests
{
    private const string Address = "/api/v1/bans";

    [Theory]
    [InlineData("0.0.0.0/0", "ban.target_too_wide ban.includes_loopback ban.includes_proxy ban.includes_proxy ban.includes_caller")]
    [InlineData("::/0", "ban.target_too_wide ban.includes_loopback")]
    [InlineData("203.0.0.0/15", "ban.target_too_wide")]
    [InlineData("2001:db8::/31", "ban.target_too_wide")]
    [InlineData("127.0.0.1", "ban.includes_loopback")]
    [InlineData("::ffff:127.0.0.1", "ban.includes_loopback")]
    [InlineData("127.1.0.0/16", "ban.includes_loopback")]
    [InlineData("::1", "ban.includes_loopback")]
    [InlineData("10.9.8.7", "ban.includes_proxy")]
    [InlineData("10.0.0.0/16", "ban.includes_proxy")]
    [InlineData("192.0.2.1", "ban.includes_proxy")]
    [InlineData("198.51.100.4", "ban.includes_caller")]
    [InlineData("198.51.100.0/24", "ban.includes_caller")]
    public async Task An_unusual_ban_is_made_only_when_it_is_confirmed(string target, string causes)
    {
        await using var service = Service("198.51.100.4");
        service.Moderation.Affected = 7;
        var body = JsonSerializer.Serialize(new { target });

        var problem = await (await service.Admin().Post(Address, body)).ReadProblemAsync(HttpStatusCode.Conflict, "ban.needs_confirmation");

        Assert.Contains("would remove 7 connected player(s)", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(causes, string.Join(' ', problem.GetProperty("errors").EnumerateArray().Select(cause => cause.GetProperty("code").GetString())));
        Assert.Empty(service.Moderation.Asked);
        Assert.Empty(service.Audit.Entries);

        Assert.Equal(HttpStatusCode.OK, (await service.Admin().Post($"{Address}?confirm=true", body)).StatusCode);
        Assert.Single(service.Moderation.Asked);
        Assert.Equal("ban.set", service.Audit.Only.Action);
    }

    [Theory]
    [InlineData("203.0.113.0/24")]
    [InlineData("203.0.0.0/16")]
    [InlineData("2001:db8::/32")]
    [InlineData("user:100")]
    public async Task An_ordinary_ban_is_made_at_once(string target)
    {
        await using var service = Service("198.51.100.4");
        service.Moderation.Affected = 7;

        Assert.Equal(HttpStatusCode.OK, (await service.Admin().Post(Address, JsonSerializer.Serialize(new { target }))).StatusCode);
    }

    [Fact]
    public async Task An_address_that_IPv6_writes_is_the_administrators_own_all_the_same()
    {
        await using var service = Service("::ffff:198.51.100.4");

        var problem = await (await service.Admin().Post(Address, """{"target":"198.51.100.4"}"""))
            .ReadProblemAsync(HttpStatusCode.Conflict, "ban.needs_confirmation");

        Assert.Contains("198.51.100.4, the address that you use yourself", problem.GetProperty("errors")[0]
            .GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_is_neither_yes_nor_no_is_named_as_it_was_sent()
    {
        await using var service = Service("198.51.100.4");

        var problem = await (await service.Admin().Post($"{Address}?confirm=maybe", """{"target":"0.0.0.0/0"}"""))
            .ReadProblemAsync(HttpStatusCode.BadRequest, "request.parameter_invalid");

        Assert.Equal("Parameter \"confirm\" cannot be \"maybe\".", problem.GetProperty("detail").GetString());
    }

    private static TestService Service(string caller) =>
        new(KeyValuePair.Create("game.trusted_proxies", "10.0.0.0/8"),
            KeyValuePair.Create("http.trusted_proxies", "192.0.2.1"))
        { RemoteAddress = IPAddress.Parse(caller) };
}
