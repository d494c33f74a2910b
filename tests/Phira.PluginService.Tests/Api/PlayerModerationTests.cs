using System.Net;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class PlayerModerationTests
{
    [Theory]
    [InlineData("POST", "users/7/kick", """{"reason":"away"}""", "kick 7 away", "user.kick", "user:7", "away")]
    [InlineData("POST", "users/7/kick", "{}", "kick 7 ", "user.kick", "user:7", "")]
    [InlineData("POST", "users/7/kick", null, "kick 7 ", "user.kick", "user:7", "")]
    [InlineData("POST", "users/7/message", """{"text":"hi"}""", "tell user 7 hi", "user.message", "user:7", "hi")]
    [InlineData("POST", "users/7/message", """{"text":"one\r\ntwo\u001b[2J\u202e"}""", "tell user 7 one\ntwo[2J", "user.message", "user:7", "one\ntwo[2J")]
    [InlineData("POST", "rooms/3/message", """{"text":"hi"}""", "tell room 3 hi", "room.message", "room:3", "hi")]
    [InlineData("POST", "rooms/3/disband", """{"reason":"late"}""", "disband 3 late", "room.disband", "room:3", "late")]
    [InlineData("POST", "rooms/3/disband", null, "disband 3 ", "room.disband", "room:3", "")]
    [InlineData("PUT", "rooms/3/lock", """{"locked":true}""", "lock 3 True", "room.lock", "room:3", "")]
    [InlineData("PUT", "rooms/3/lock", """{"locked":false}""", "lock 3 False", "room.unlock", "room:3", "")]
    public async Task Everything_is_passed_on_and_written_down(
        string method, string address, string? body, string asked, string action, string target, string reason)
    {
        await using var service = new TestService();

        var response = method == "PUT"
            ? await service.Admin().Put($"/api/v1/{address}", body!)
            : await service.Admin().Post($"/api/v1/{address}", body);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(asked, Assert.Single(service.Moderation.Asked));
        var written = service.Audit.Only;
        Assert.Equal(
            ("admin", action, target, reason, "done"), (written.Actor, written.Action, written.Target, written.Reason.ToString(), written.Outcome));
    }

    [Fact]
    public async Task A_message_to_everybody_tells_how_many_it_was_sent_to()
    {
        await using var service = new TestService();

        var answer = await (await service.Admin().Post("/api/v1/messages", """{"text":"hello"}""")).Text();

        Assert.Equal("""{"recipients":3}""", answer);
        Assert.Equal(("server.message", "server", "hello"), (service.Audit.Only.Action, service.Audit.Only.Target, service.Audit.Only.Reason.ToString()));
    }

    [Fact]
    public async Task Somebody_who_is_not_there_cannot_be_kicked()
    {
        await using var service = new TestService();
        service.Moderation.Refusal = new Error(GameErrors.UserNotFound, "7");

        var response = await service.Admin().Post("/api/v1/users/7/kick", "{}");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "user.not_found");
        Assert.Equal("user.not_found", service.Audit.Only.Outcome);
    }

    [Theory]
    [InlineData("/api/v1/messages", "{}")]
    [InlineData("/api/v1/users/7/message", """{"text":""}""")]
    [InlineData("/api/v1/rooms/7/message", """{"text":null}""")]
    public async Task A_message_has_a_text(string address, string body)
    {
        await using var service = new TestService();

        var problem = await (await service.Admin().Post(address, body)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");

        Assert.Equal("request.field_missing", Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Empty(service.Moderation.Asked);
        Assert.Empty(service.Audit.Entries);
    }

    [Fact]
    public async Task A_user_is_named_by_number()
    {
        await using var service = new TestService();

        var response = await service.Admin().Post("/api/v1/users/bob/kick", "{}");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.parameter_invalid");
    }
}
