using System.Collections.Immutable;
using System.Net;
using System.Text;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class PluginLogEndpointsTests
{
    private const string Address = "/api/v1/plugins/dice/log";
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Lines_come_with_number_level_and_fields_and_say_where_older_ones_are()
    {
        await using var service = NewService();

        var answer = await (await service.Admin().Get($"{Address}?count=1")).Text();

        Assert.Equal(
            """
            {"lines":[{"number":3,"at":"2026-11-22T12:01:00+00:00","level":"warn","message":"careful\nnow","fields":{"Key":"value"}}],"nextBefore":3}
            """,
            answer);
    }

    [Fact]
    public async Task The_whole_filter_reaches_the_log()
    {
        await using var service = NewService();

        var answer = await service.Admin().Get($"{Address}?text=FUL&level=warn&from=2026-11-22T12:00:00Z&until=2026-11-22T14:00:00%2B01:00&before=9&count=5");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await (await service.Admin().Get($"{Address}?text=")).Text();

        Assert.Equal(
            [
                new PluginLogQuery { Text = "FUL", Least = PluginLogLevel.Warn, From = Noon, Until = Noon.AddHours(1), Before = 9, Count = 5 },
                new PluginLogQuery(),
            ],
            service.Plugins.LogQueries);
    }

    [Theory]
    [InlineData("count=0", "request.field_out_of_range")]
    [InlineData("count=1001", "request.field_out_of_range")]
    [InlineData("before=0", "request.field_out_of_range")]
    public async Task A_filter_that_makes_no_sense_is_refused(string query, string code)
    {
        await using var service = NewService();

        var problem = await (await service.Admin().Get($"{Address}?{query}")).ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");

        Assert.Equal(code, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("level=loud")]
    [InlineData("from=noon")]
    public async Task A_filter_that_cannot_be_read_is_refused(string query)
    {
        await using var service = NewService();

        await (await service.Admin().Get($"{Address}?{query}")).ReadProblemAsync(HttpStatusCode.BadRequest, "request.parameter_invalid");
    }

    [Fact]
    public async Task A_download_has_every_line_as_text_under_the_name_of_the_plugin()
    {
        await using var service = NewService();

        var answer = await service.Admin().Get($"{Address}/download");

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=dice.log; filename*=UTF-8''dice.log", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(
            """
            2026-11-22T12:00:00.000Z info  rolled 七
            2026-11-22T12:01:00.000Z warn  careful ⏎ now Key=value

            """,
            Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("log")]
    [InlineData("log/download")]
    public async Task An_unknown_plugin_has_none(string part)
    {
        await using var service = NewService();

        await (await service.Admin().Get($"/api/v1/plugins/none/{part}")).ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
    }

    private static TestService NewService()
    {
        var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));
        var fields = ImmutableDictionary<string, string>.Empty;
        var first = new PluginLogLine(Noon, PluginLogLevel.Info, "rolled 七", fields);
        var second = new PluginLogLine(Noon.AddMinutes(1), PluginLogLevel.Warn, "careful\nnow", fields.Add("Key", "value"));
        service.Plugins.LogLines.AddRange([first with { Number = 2 }, second with { Number = 3 }]);
        return service;
    }
}
