using System.Net;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class LimitsEndpointsTests
{
    private const string Address = "/api/v1/plugins/dice/limits";

    [Fact]
    public async Task Limits_are_shown_with_where_they_come_from()
    {
        await using var service = new TestService();
        service.Platform.Limits = [new PluginLimit("max_memory", 100, 50, 200, 100, 400, "bytes")];

        Assert.Equal(
            """[{"name":"max_memory","unit":"bytes","effective":100,"hostDefault":50,"requested":200,"override":100,"maximum":400}]""",
            await (await service.Admin().Get(Address)).Text());
    }

    [Fact]
    public async Task Decisions_are_passed_on_and_written_down()
    {
        await using var service = new TestService();

        var response = await service.Admin().Put(Address, """{"overrides":{"max_memory":65536,"max_cpu_time_ms":50},"reason":"slow"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("limit dice max_memory=65536 max_cpu_time_ms=50", Assert.Single(service.Platform.Asked));
        Assert.Equal(
            ("plugin.limits", "plugin:dice", "max_cpu_time_ms=50, max_memory=65536: slow"),
            (service.Audit.Only.Action, service.Audit.Only.Target, service.Audit.Only.Reason.ToString()));
    }

    [Fact]
    public async Task A_refusal_becomes_a_problem()
    {
        await using var service = new TestService();
        service.Platform.Refusal = new Error(PluginErrors.NotFound, "dice");

        var response = await service.Admin().Put(Address, """{"overrides":{}}""");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
        Assert.Equal("plugin.not_found", service.Audit.Only.Outcome);
    }

    [Theory]
    [InlineData("{}", "request.invalid")]
    [InlineData("""{"overrides":{"max_memory":"much"}}""", "request.json_invalid")]
    public async Task A_decision_has_numbers(string body, string code)
    {
        await using var service = new TestService();

        await (await service.Admin().Put(Address, body)).ReadProblemAsync(HttpStatusCode.BadRequest, code);

        Assert.Empty(service.Platform.Asked);
    }
}
