using System.Net;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class PermissionsEndpointsTests
{
    private const string Address = "/api/v1/plugins/welcome/permissions";

    [Fact]
    public async Task What_is_asked_for_granted_and_used_stands_side_by_side()
    {
        await using var service = new TestService();
        service.Platform.Permissions =
        [
            new PermissionStatus("network")
            {
                RequestedScopesJson = """{"hosts":["a.example","b.example"]}""",
                GrantedScopesJson = """{"hosts":["a.example"]}""",
                GrantedBy = "admin",
                GrantedAt = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
                IsPending = true,
                ForbiddenBy = "allowed_network_hosts",
                UsesIn30Days = 12,
            },
            new PermissionStatus("storage") { RequestedScopesJson = "{}", IsPending = true },
        ];

        var answer = await (await service.Admin().Get(Address)).Text();

        Assert.Equal(
            """
            {"plugin":"welcome","version":"1.2.3","pending":true,"permissions":[
            {"permission":"network","requested":{"hosts":["a.example","b.example"]},"granted":{"hosts":["a.example"]},"grantedBy":"admin","grantedAt":"2026-11-22T12:00:00+00:00","pending":true,"forbiddenBy":"allowed_network_hosts","usesIn30Days":12},
            {"permission":"storage","requested":{},"granted":null,"grantedBy":null,"grantedAt":null,"pending":true,"forbiddenBy":null,"usesIn30Days":0}]}
            """.ReplaceLineEndings(""),
            answer);
    }

    [Fact]
    public async Task Grants_are_passed_on_with_their_scopes_and_written_down()
    {
        await using var service = new TestService();

        var response = await service.Admin().Put(
            Address, """{"grants":[{"permission":"storage"},{"permission":"network","scopes":{"hosts":["a.example"]}}],"reason":"looked at it"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var (plugin, grants, cause) = Assert.Single(service.Platform.Grants);
        Assert.Equal("welcome", plugin.Value);
        Assert.Equal([new GrantRequest("storage", null), new GrantRequest("network", """{"hosts":["a.example"]}""")], grants);
        Assert.Equal(("admin", "looked at it"), (cause.Actor, cause.Reason.In(Language.English)));
        var written = service.Audit.Only;
        Assert.Equal(
            ("plugin.permissions", "plugin:welcome", "storage, network: looked at it", "done"),
            (written.Action, written.Target, written.Reason.ToString(), written.Outcome));
    }

    [Fact]
    public async Task An_empty_list_takes_everything_away()
    {
        await using var service = new TestService();

        await service.Admin().Put(Address, """{"grants":[]}""");

        Assert.Empty(Assert.Single(service.Platform.Grants).Grants);
    }

    [Fact]
    public async Task A_grant_that_is_refused_is_in_the_audit_log_as_well()
    {
        await using var service = new TestService();
        service.Platform.Refusal = new Error(PluginErrors.NotFound, "welcome");

        var response = await service.Admin().Put(Address, """{"grants":[{"permission":"storage"}]}""");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
        Assert.Equal("plugin.not_found", service.Audit.Only.Outcome);
    }

    [Theory]
    [InlineData("{}", "request.field_missing")]
    [InlineData("""{"grants":[{}]}""", "request.field_missing")]
    [InlineData("""{"grants":[null]}""", "request.field_missing")]
    [InlineData("""{"grants":[{"permission":"network","scopes":[1]}]}""", "request.field_not_object")]
    public async Task A_request_that_names_nothing_is_refused(string body, string code)
    {
        await using var service = new TestService();

        var problem = await (await service.Admin().Put(Address, body)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");

        Assert.Equal(code, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Empty(service.Platform.Grants);
    }
}
