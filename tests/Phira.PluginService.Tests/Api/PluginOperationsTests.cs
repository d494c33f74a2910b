using System.Net;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class PluginOperationsTests
{
    [Fact]
    public async Task A_rescan_lists_the_plugins_and_is_written_down()
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));

        var list = await (await service.Admin().Post("/api/v1/plugins/rescan")).ReadAsync();

        Assert.Equal("dice", Assert.Single(list.EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("admin", Assert.Single(service.Plugins.Rescans).Actor);
        Assert.Equal(("plugin.rescan", "plugins", "done"), (service.Audit.Only.Action, service.Audit.Only.Target, service.Audit.Only.Outcome));
    }

    [Theory]
    [InlineData("load", PluginOperation.Load)]
    [InlineData("unload", PluginOperation.Unload)]
    [InlineData("reload", PluginOperation.Reload)]
    [InlineData("start", PluginOperation.Start)]
    [InlineData("stop", PluginOperation.Stop)]
    [InlineData("disable", PluginOperation.Disable)]
    [InlineData("enable", PluginOperation.Enable)]
    public async Task An_operation_is_passed_on_with_its_cause_and_answers_the_plugin(string verb, PluginOperation operation)
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));

        var response = await service.Admin().Post($"/api/v1/plugins/dice/{verb}");

        Assert.Equal("dice", (await response.ReadAsync()).GetProperty("name").GetString());
        var (plugin, asked, cause) = Assert.Single(service.Plugins.Operations);
        Assert.Equal("dice", plugin.Value);
        Assert.Equal(operation, asked);
        Assert.Equal("admin", cause.Actor);
        Assert.NotEqual("", cause.CorrelationId);
    }

    [Theory]
    [InlineData(ErrorKind.Conflict, HttpStatusCode.Conflict)]
    [InlineData(ErrorKind.Unprocessable, HttpStatusCode.UnprocessableEntity)]
    public async Task A_refusal_becomes_a_problem(ErrorKind kind, HttpStatusCode status)
    {
        await using var service = new TestService();
        service.Plugins.Refusal = new Error(new ErrorCode("plugin.not_found", kind), "go");

        var response = await service.Admin().Post("/api/v1/plugins/dice/start");

        var problem = await response.ReadProblemAsync(status, "plugin.not_found");
        Assert.Equal("No plugin is called \"go\".", problem.GetProperty("detail").GetString());
        Assert.Equal("List the plugins with GET /api/v1/plugins and check the spelling.", problem.GetProperty("remedy").GetString());
    }

    [Theory]
    [InlineData("", false, "")]
    [InlineData("?cascade=false", false, "")]
    [InlineData("?cascade=true", true, "together with the plugins that need it")]
    public async Task Plugins_that_need_it_go_with_it_only_when_that_is_asked_for(string query, bool expected, string reason)
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));

        await service.Admin().Post($"/api/v1/plugins/dice/unload{query}");

        Assert.Equal(expected, Assert.Single(service.Plugins.Cascades));
        Assert.Equal(reason, service.Audit.Only.Reason.ToString());
    }

    [Theory]
    [InlineData("GET", "No_Such", "")]
    [InlineData("GET", "a%22.%0Ab", "/config")]
    [InlineData("GET", "-x", "/transitions?count=5")]
    [InlineData("POST", "Dice", "/load")]
    [InlineData("POST", "Dice", "/adopt")]
    [InlineData("DELETE", "%E9%AA%B0%E5%AD%90", "")]
    public async Task What_cannot_be_a_name_names_no_plugin(string method, string name, string rest)
    {
        await using var service = new TestService();

        var response = await service.Admin().Send(method, $"/api/v1/plugins/{name}{rest}");

        var problem = await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
        Assert.Contains($"\"{Uri.UnescapeDataString(name)}\"", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
