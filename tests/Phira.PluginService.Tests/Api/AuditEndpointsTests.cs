using System.Net;
using System.Text.Json;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class AuditEndpointsTests
{
    private const string Address = "/api/v1/audit";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_tells_who_did_what_to_whom_why_and_what_came_of_it()
    {
        await using var service = new TestService();
        await service.Audit.AppendAsync(new AuditRecord("admin", "user.kick", "user:7", "spam", "done", "abc"), Stop);

        var answer = await (await service.Admin().Get(Address)).Text();

        Assert.Equal(
            """
            {"entries":[{"number":1,"at":"2026-11-22T12:00:00+00:00","actor":"admin","action":"user.kick","target":"user:7","reason":"spam","outcome":"done","correlationId":"abc","hash":"hash"}],"nextBefore":null}
            """,
            answer);
    }

    [Fact]
    public async Task Filters_are_passed_on()
    {
        await using var service = new TestService();

        await service.Admin().Get($"{Address}?before=50&actor=admin&action=user.&target=user:7&count=10");

        Assert.Equal(
            new AuditQuery { Before = 50, Actor = "admin", Action = "user.", Target = "user:7", Count = 11 }, service.Audit.LastQuery);
    }

    [Fact]
    public async Task Older_entries_follow_page_by_page_until_there_are_none()
    {
        await using var service = new TestService();
        for (var number = 1; number <= 5; number++)
        {
            await service.Audit.AppendAsync(new AuditRecord("admin", "user.kick", $"user:{number}", "", "done", ""), Stop);
        }

        List<long> seen = [];
        for (long? before = null; ;)
        {
            var page = await (await service.Admin().Get($"{Address}?count=2{(before is null ? "" : $"&before={before}")}")).ReadAsync();
            seen.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("number").GetInt64()));
            if (page.GetProperty("nextBefore") is not { ValueKind: JsonValueKind.Number } next)
            {
                break;
            }

            before = next.GetInt64();
        }

        Assert.Equal([5, 4, 3, 2, 1], seen);
    }

    [Theory]
    [InlineData("count=0")]
    [InlineData("count=1001")]
    [InlineData("before=0")]
    public async Task A_page_has_sensible_bounds(string query)
    {
        await using var service = new TestService();

        await (await service.Admin().Get($"{Address}?{query}")).ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Theory]
    [InlineData(null, """{"intact":true,"firstBroken":null}""")]
    [InlineData(4, """{"intact":false,"firstBroken":4}""")]
    public async Task The_chain_of_hashes_is_checked(int? broken, string expected)
    {
        await using var service = new TestService();
        service.Audit.BrokenEntry = broken;

        Assert.Equal(expected, await (await service.Admin().Get($"{Address}/check")).Text());
    }

    [Fact]
    public async Task Operations_on_plugins_and_their_configuration_and_commands_are_in_it()
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));
        service.Plugins.Config = new(Core.Ids.PluginName.Parse("dice"), 0, "{}", null);

        await service.Admin().Post("/api/v1/plugins/dice/reload");
        await service.Admin().Put("/api/v1/plugins/dice/config", """{"values":{}}""");
        await service.Admin().Post("/api/v1/commands/roll/invoke", """{"arguments":"2d6"}""");
        service.Plugins.Refusal = new Error(PluginErrors.NotFound, "dice");
        await service.Admin().Post("/api/v1/plugins/dice/stop");

        Assert.Equal(
            ["plugin.reload plugin:dice  done", "plugin.configure plugin:dice  done",
                "command.run command:roll 2d6 done", "plugin.stop plugin:dice  plugin.not_found"],
            service.Audit.Entries.Select(entry => $"{entry.Record.Action} {entry.Record.Target} {entry.Record.Reason} {entry.Record.Outcome}"));
    }

    [Theory]
    [InlineData("zh-CN", "连同依赖它的插件", "修订 7", "永久：刷屏", "到 2026-12-24 10:00:00Z：刷屏", "permanent", "max_memory=65536：慢")]
    [InlineData("en", "together with the plugins that need it", "revision 7", "permanent: 刷屏", "until 2026-12-24 10:00:00Z: 刷屏", "permanent", "max_memory=65536: 慢")]
    public async Task Reasons_of_the_service_are_in_the_language_of_the_caller_and_words_of_others_as_they_are(string language, params string[] reasons)
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));
        service.Plugins.Config = new(Core.Ids.PluginName.Parse("dice"), 0, "{}", null);
        await service.Admin().Post("/api/v1/plugins/dice/unload?cascade=true");
        await service.Admin().Post("/api/v1/plugins/dice/config/revisions/7/restore");
        await service.Admin().Post("/api/v1/bans", """{"target":"user:100","reason":"刷屏"}""");
        await service.Admin().Post("/api/v1/bans", """{"target":"user:100","reason":"刷屏","expiresAt":"2026-12-24T18:00:00+08:00"}""");
        await service.Admin().Delete("/api/v1/bans?target=user:100&reason=permanent");
        await service.Admin().Put("/api/v1/plugins/dice/limits", """{"overrides":{"max_memory":65536},"reason":"慢"}""");

        var page = await (await service.Admin(language).Get(Address)).ReadAsync();

        Assert.Equal(reasons, page.GetProperty("entries").EnumerateArray().Reverse().Select(entry => entry.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task What_failed_for_an_unknown_reason_is_in_it_as_unknown()
    {
        await using var service = new TestService();
        service.Commands.Fault = new InvalidOperationException("a bug");

        var response = await service.Admin().Post("/api/v1/commands/roll/invoke", "{}");

        await response.ReadProblemAsync(HttpStatusCode.InternalServerError, "host.internal");
        Assert.Equal("unknown", service.Audit.Only.Outcome);
    }
}
