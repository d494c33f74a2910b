using System.Net;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class CommandsEndpointsTests
{
    [Fact]
    public async Task Commands_are_listed_with_their_owner()
    {
        await using var service = new TestService();
        service.Commands.CommandList.Add(new CommandDescription(
            "roll", "Rolls dice", "<count>d<sides>", CommandLevel.RoomHost, TimeSpan.FromSeconds(1.5), PluginName.Parse("dice")));

        var answer = await (await service.Admin().Get("/api/v1/commands")).ReadAsync();

        var command = Assert.Single(answer.EnumerateArray());
        Assert.Equal("roll", command.GetProperty("name").GetString());
        Assert.Equal("<count>d<sides>", command.GetProperty("usage").GetString());
        Assert.Equal("room-host", command.GetProperty("level").GetString());
        Assert.Equal(1500, command.GetProperty("cooldownMilliseconds").GetDouble());
        Assert.Equal("dice", command.GetProperty("owner").GetString());
    }

    [Theory]
    [InlineData("""{"arguments":" 2d6 "}""", "2d6")]
    [InlineData("{}", "")]
    [InlineData(null, "")]
    public async Task A_command_runs_as_administrator_and_answers_its_output(string? body, string arguments)
    {
        await using var service = new TestService();
        service.Commands.Answer = "7";

        var answer = await (await service.Admin().Post("/api/v1/commands/dice:roll/invoke", body)).Text();

        Assert.Equal("""{"output":"7"}""", answer);
        var (name, passed, caller) = Assert.Single(service.Commands.Invocations);
        Assert.Equal("dice:roll", name);
        Assert.Equal(arguments, passed);
        Assert.Equal(new CommandCaller("admin", CommandLevel.Admin, null, null) { Language = Language.English }, caller);
    }

    [Theory]
    [InlineData("en-GB,en;q=0.8", "en")]
    [InlineData("zh-CN", "zh-CN")]
    public async Task A_command_learns_which_language_the_caller_reads(string accepted, string language)
    {
        await using var service = new TestService();

        var caller = service.Admin();
        caller.Headers.Remove("Accept-Language");

        await (await caller.With("Accept-Language", accepted).Post("/api/v1/commands/help/invoke", "{}")).ReadAsync();

        Assert.Equal(language, Assert.Single(service.Commands.Invocations).Caller.Language.Tag);
    }

    [Theory]
    [InlineData(ErrorKind.NotFound, HttpStatusCode.NotFound)]
    [InlineData(ErrorKind.PermissionDenied, HttpStatusCode.Forbidden)]
    [InlineData(ErrorKind.QuotaExceeded, HttpStatusCode.TooManyRequests)]
    [InlineData(ErrorKind.Unprocessable, HttpStatusCode.UnprocessableEntity)]
    [InlineData(ErrorKind.PluginFault, HttpStatusCode.BadGateway)]
    [InlineData(ErrorKind.Unavailable, HttpStatusCode.ServiceUnavailable)]
    public async Task A_refusal_becomes_a_problem(ErrorKind kind, HttpStatusCode status)
    {
        await using var service = new TestService();
        service.Commands.Answer = new Error(new ErrorCode("command.refused", kind));

        await (await service.Admin().Post("/api/v1/commands/roll/invoke", "{}")).ReadProblemAsync(status, "command.refused");
    }

    [Fact]
    public async Task Endless_arguments_are_refused()
    {
        await using var service = new TestService();

        var response = await service.Admin().Post("/api/v1/commands/roll/invoke", $$"""{"arguments":"{{new string('x', 4097)}}"}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Empty(service.Commands.Invocations);
    }
}
