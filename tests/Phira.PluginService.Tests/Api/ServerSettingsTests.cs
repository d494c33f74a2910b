using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class ServerSettingsTests
{
    private const string Address = "/api/v1/server-settings";

    [Fact]
    public async Task What_is_left_out_stays_as_it_is()
    {
        await using var service = new TestService();
        service.Moderation.Current = service.Moderation.Current with { MessageOfTheDay = "hi", AdmittedInMaintenance = [new UserId(5)] };

        var answer = await (await service.Admin().Patch(Address, """{"maintenance":true,"reason":"update"}""")).Text();

        Assert.Equal(
            """{"messageOfTheDay":"hi","roomCreation":true,"maintenance":true,"maintenanceText":"","admittedInMaintenance":[5]}""", answer);
        Assert.Equal(answer, await (await service.Admin().Get(Address)).Text());
        var written = service.Audit.Only;
        Assert.Equal(("server.settings", "server", "maintenance=on: update"), (written.Action, written.Target, written.Reason.ToString()));
    }

    [Fact]
    public async Task Everything_may_be_changed_at_once()
    {
        await using var service = new TestService();

        var answer = await (await service.Admin().Patch(
            Address,
            """{"messageOfTheDay":"欢迎","roomCreation":false,"maintenance":true,"maintenanceText":"back soon","admittedInMaintenance":[7,7,8]}""")).Text();

        Assert.Equal(
            """{"messageOfTheDay":"欢迎","roomCreation":false,"maintenance":true,"maintenanceText":"back soon","admittedInMaintenance":[7,8]}""",
            answer);
    }

    [Theory]
    [InlineData("{}", "request.nothing_to_change")]
    [InlineData("""{"reason":"because"}""", "request.nothing_to_change")]
    [InlineData("""{"admittedInMaintenance":[0]}""", "request.field_out_of_range")]
    public async Task A_change_that_makes_no_sense_is_refused(string body, string code)
    {
        await using var service = new TestService();

        var problem = await (await service.Admin().Patch(Address, body)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");

        Assert.Equal(code, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Empty(service.Audit.Entries);
    }

    [Fact]
    public async Task Every_text_that_is_too_long_is_named()
    {
        await using var service = new TestService();
        var text = new string('x', 2001);

        var response = await service.Admin().Patch(Address, $$"""{"messageOfTheDay":"{{text}}","maintenanceText":"{{text}}"}""");

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Equal(2, problem.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_misspelt_setting_is_refused()
    {
        await using var service = new TestService();

        var response = await service.Admin().Patch(Address, """{"maintenence":true}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.field_unknown");
    }
}
