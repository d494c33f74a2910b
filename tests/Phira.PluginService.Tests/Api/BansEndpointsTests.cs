using System.Net;
using System.Text.Json;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class BansEndpointsTests
{
    private const string Address = "/api/v1/bans";

    [Fact]
    public async Task A_ban_is_made_with_reason_and_end_and_is_answered()
    {
        await using var service = new TestService();

        var response = await service.Admin().Post(
            Address, """{"target":"user:100","reason":" spam ","expiresAt":"2026-12-24T18:00:00+08:00"}""");

        Assert.Equal(
            """
            {"target":"user:100","user":100,"reason":"spam","expiresAt":"2026-12-24T18:00:00+08:00","bannedBy":"admin","bannedAt":"2026-11-22T12:00:00+00:00"}
            """,
            await response.Text());
        Assert.Equal("ban user:100 spam", Assert.Single(service.Moderation.Asked));
        var written = service.Audit.Only;
        Assert.Equal(("admin", "ban.set", "user:100", "done"), (written.Actor, written.Action, written.Target, written.Outcome));
        Assert.Equal("until 2026-12-24 10:00:00Z: spam", written.Reason.ToString());
        Assert.NotEqual("", written.CorrelationId);
    }

    [Fact]
    public async Task A_network_may_be_banned_for_good()
    {
        await using var service = new TestService();

        var ban = await (await service.Admin().Post(Address, """{"target":"203.0.113.0/24"}""")).ReadAsync();

        Assert.Equal("203.0.113.0/24", ban.GetProperty("target").GetString());
        Assert.Equal(JsonValueKind.Null, ban.GetProperty("user").ValueKind);
        Assert.Equal(JsonValueKind.Null, ban.GetProperty("expiresAt").ValueKind);
        Assert.Equal("permanent", service.Audit.Only.Reason.ToString());
    }

    [Fact]
    public async Task Bans_are_listed()
    {
        await using var service = new TestService();
        await service.Admin().Post(Address, """{"target":"user:7"}""");

        var list = await (await service.Admin().Get(Address)).ReadAsync();

        Assert.Equal("user:7", Assert.Single(list.EnumerateArray()).GetProperty("target").GetString());
    }

    [Theory]
    [InlineData("user:7")]
    [InlineData("user%3A7")]
    [InlineData("203.0.113.0/24")]
    [InlineData("203.0.113.0%2F24")]
    [InlineData("198.51.100.7")]
    [InlineData("2001:db8::/32")]
    public async Task A_ban_is_found_by_its_target(string target)
    {
        await using var service = new TestService();
        foreach (var banned in (string[])["user:7", "203.0.113.0/24", "198.51.100.7", "2001:db8::/32"])
        {
            await service.Admin().Post(Address, $$"""{"target":"{{banned}}"}""");
        }

        var ban = await (await service.Admin().Get($"{Address}/{target}")).ReadAsync();

        Assert.StartsWith(Uri.UnescapeDataString(target), ban.GetProperty("target").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user:8", HttpStatusCode.NotFound, "ban.not_found")]
    [InlineData("203.0.113.1", HttpStatusCode.NotFound, "ban.not_found")]
    [InlineData("bob", HttpStatusCode.BadRequest, "ban.target_invalid")]
    public async Task A_target_that_is_not_banned_is_not_found(string target, HttpStatusCode status, string code)
    {
        await using var service = new TestService();
        await service.Admin().Post(Address, """{"target":"203.0.113.0/24"}""");

        await (await service.Admin().Get($"{Address}/{target}")).ReadProblemAsync(status, code);
    }

    [Theory]
    [InlineData("{}", "request.field_missing")]
    [InlineData("""{"target":"bob"}""", "ban.target_invalid")]
    [InlineData("""{"target":"user:-1"}""", "ban.target_invalid")]
    [InlineData("""{"target":"203.0.113.7/33"}""", "ban.target_invalid")]
    public async Task A_target_that_is_none_is_refused_before_anything_happens(string body, string code)
    {
        await using var service = new TestService();

        var problem = await (await service.Admin().Post(Address, body)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");

        Assert.Equal(code, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Empty(service.Moderation.Asked);
        Assert.Empty(service.Audit.Entries);
    }

    [Fact]
    public async Task A_reason_is_one_line_without_hidden_characters_wherever_it_goes()
    {
        await using var service = new TestService();

        await service.Admin().Post(Address, """{"target":"user:100","reason":"\u001b[31mspam\u202e\r\nforged\u200b line"}""");
        await service.Admin().Delete($"{Address}?target=user:100&reason=%1B%5B0msorry%E2%80%AE%0Aforged");

        Assert.Equal("ban user:100 [31mspam forged line", service.Moderation.Asked[0]);
        Assert.Equal(["permanent: [31mspam forged line", "[0msorry forged"], service.Audit.Entries.Select(entry => entry.Record.Reason.ToString()));
    }

    [Fact]
    public async Task A_reason_that_the_game_would_cut_off_is_refused()
    {
        await using var service = new TestService();

        var response = await service.Admin().Post(Address, $$"""{"target":"user:1","reason":"{{new string('x', 201)}}"}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task A_refused_ban_is_in_the_audit_log_as_well()
    {
        await using var service = new TestService();
        service.Moderation.Refusal = new Error(BanErrors.Expired, "then");

        var response = await service.Admin().Post(Address, """{"target":"user:1","expiresAt":"2020-01-01T00:00:00Z"}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "ban.expired");
        Assert.Equal("ban.expired", service.Audit.Only.Outcome);
    }

    [Theory]
    [InlineData("user%3A100", "user:100")]
    [InlineData("203.0.113.0%2F24", "203.0.113.0/24")]
    [InlineData("2001%3Adb8%3A%3A1", "2001:db8::1/128")]
    public async Task A_ban_is_lifted_by_its_target(string query, string target)
    {
        await using var service = new TestService();

        var response = await service.Admin().Delete($"{Address}?target={query}&reason=sorry");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal($"unban {target}", Assert.Single(service.Moderation.Asked));
        var written = service.Audit.Only;
        Assert.Equal(("ban.lift", target, "sorry", "done"), (written.Action, written.Target, written.Reason.ToString(), written.Outcome));
    }

    [Fact]
    public async Task Who_is_not_banned_cannot_be_let_in_again()
    {
        await using var service = new TestService();
        service.Moderation.Refusal = new Error(BanErrors.NotFound, "user:100");

        var response = await service.Admin("zh-CN").Delete($"{Address}?target=user:100");

        var problem = await response.ReadProblemAsync(HttpStatusCode.NotFound, "ban.not_found");
        Assert.Equal("user:100 未被封禁。", problem.GetProperty("detail").GetString());
    }
}
