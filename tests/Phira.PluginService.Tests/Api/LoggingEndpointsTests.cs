using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Logging;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class LoggingEndpointsTests
{
    private const string Address = "/api/v1/logging";

    [Fact]
    public async Task A_change_replaces_the_levels_and_shows_those_of_the_configuration()
    {
        await using var service = new TestService(new KeyValuePair<string, string>("logging.levels", "welcome=warn"));

        var answer = await (await service.Admin().Put(Address, """{"level":"error","levels":{"phira.GameServer.Sessions":"debug","phira.GameServer.Rooms":"trace","dice":"off"},"reason":"a fault"}""")).Text();

        Assert.Equal(
            """{"level":"error","levels":{"dice":"off","phira.GameServer.Rooms":"trace","phira.GameServer.Sessions":"debug"},"configuredLevel":"info","configuredLevels":{"welcome":"warn"}}""", answer);
        Assert.Equal(answer, await (await service.Admin().Get(Address)).Text());
        var levels = service.Services.GetRequiredService<LogLevelSwitch>().Current;
        Assert.Equal((LogThreshold.Error, LogThreshold.Debug), (levels.Level, levels.ByName["phira.GameServer.Sessions"]));
        var written = service.Audit.Only;
        Assert.Equal(("server.logging", "server", "error, dice=off, phira.GameServer.Rooms=trace, phira.GameServer.Sessions=debug: a fault"),
            (written.Action, written.Target, written.Reason.ToString()));
    }

    [Fact]
    public async Task Left_out_there_are_no_levels_by_name()
    {
        await using var service = new TestService(new KeyValuePair<string, string>("logging.levels", "welcome=warn"));

        await (await service.Admin().Put(Address, """{"level":"info"}""")).Text();

        Assert.Empty(service.Services.GetRequiredService<LogLevelSwitch>().Current.ByName);
    }

    [Theory]
    [InlineData("""{"levels":{"phira":"debug"}}""", "request.field_missing")]
    [InlineData("""{"level":"info","levels":{"my plugin":"debug"}}""", "request.log_name_invalid")]
    [InlineData("""{"level":"info","levels":{"":"debug"}}""", "request.log_name_invalid")]
    public async Task A_change_that_makes_no_sense_is_refused(string body, string code)
    {
        await using var service = new TestService();

        var problem = await (await service.Admin().Put(Address, body)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");

        Assert.Equal(code, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Empty(service.Audit.Entries);
    }
}
