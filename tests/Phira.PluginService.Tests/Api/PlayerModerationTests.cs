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
    [InlineData("POST", "rooms/3/members/7/kick", """{"reason":"away"}""", "kick 3 7 away", "room.kick", "room:3 user:7", "away")]
    [InlineData("POST", "rooms/3/members/7/kick", null, "kick 3 7 ", "room.kick", "room:3 user:7", "")]
    [InlineData("PUT", "rooms/3/cycle", """{"cycle":true}""", "cycle 3 True", "room.cycle", "room:3", "cycle=true")]
    [InlineData("PUT", "rooms/3/cycle", """{"cycle":false}""", "cycle 3 False", "room.cycle", "room:3", "cycle=false")]
    [InlineData("PUT", "rooms/3/host", """{"user":8}""", "host 3 8", "room.transfer_host", "room:3 user:8", "")]
    [InlineData("PUT", "rooms/3/chart", """{"chart":11}""", "chart 3 11", "room.chart", "room:3", "chart=11")]
    [InlineData("POST", "rooms/3/start", null, "start 3", "room.start_game", "room:3", "")]
    [InlineData("POST", "rooms/3/cancel", null, "cancel 3", "room.cancel_game", "room:3", "")]
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
    public async Task A_new_room_is_answered_with_its_address()
    {
        await using var service = new TestService();

        var response = await service.Admin().Post("/api/v1/rooms", """{"maxPlayers":4}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("rooms/5", response.Headers.Location?.OriginalString);
        Assert.Equal("""{"id":5,"name":""}""", await response.Text());
        Assert.Equal("create 4", Assert.Single(service.Moderation.Asked));
        var written = service.Audit.Only;
        Assert.Equal(("room.create", "room:5", "maxPlayers=4", "done"), (written.Action, written.Target, written.Reason.ToString(), written.Outcome));
    }

    [Fact]
    public async Task A_room_that_cannot_be_opened_is_in_the_audit_log_without_a_number()
    {
        await using var service = new TestService();
        service.Moderation.Refusal = new Error(RoomErrors.SizeOutOfRange, "400", "100");

        var response = await service.Admin().Post("/api/v1/rooms", """{"maxPlayers":400}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "room.size_out_of_range");
        Assert.Equal(("room", "room.size_out_of_range"), (service.Audit.Only.Target, service.Audit.Only.Outcome));
    }

    [Theory]
    [InlineData("POST", "rooms", "maxPlayers")]
    [InlineData("PUT", "rooms/3/cycle", "cycle")]
    [InlineData("PUT", "rooms/3/host", "user")]
    [InlineData("PUT", "rooms/3/chart", "chart")]
    public async Task A_room_command_without_its_value_is_refused(string method, string address, string field)
    {
        await using var service = new TestService();

        var response = method == "PUT"
            ? await service.Admin().Put($"/api/v1/{address}", "{}")
            : await service.Admin().Post($"/api/v1/{address}", "{}");

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Contains(field, problem.GetProperty("errors").GetRawText(), StringComparison.Ordinal);
        Assert.Empty(service.Moderation.Asked);
    }

    [Fact]
    public async Task A_room_that_cannot_do_it_now_says_why()
    {
        await using var service = new TestService();
        service.Moderation.Refusal = new Error(RoomErrors.WrongPhase, "3");

        var response = await service.Admin().Post("/api/v1/rooms/3/start");

        await response.ReadProblemAsync(HttpStatusCode.Conflict, "room.wrong_phase");
        Assert.Equal("room.wrong_phase", service.Audit.Only.Outcome);
    }

    [Fact]
    public async Task A_user_is_named_by_number()
    {
        await using var service = new TestService();

        var response = await service.Admin().Post("/api/v1/users/bob/kick", "{}");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.parameter_invalid");
    }
}
