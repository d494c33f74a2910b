using System.Net;
using System.Text.Json;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class AuditExportTests
{
    private const string Address = "/api/v1/audit/export";
    private const string Header = "\"number\",\"at\",\"actor\",\"action\",\"target\",\"reason\",\"outcome\",\"correlationId\",\"hash\"\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_has_a_row_for_each_entry_and_says_its_encoding()
    {
        await using var service = new TestService();
        await AddAsync(service, "刷屏, \"again\"");

        var response = await service.Admin().Get(Address);
        var bytes = await response.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("phira-audit-20261122T120000Z.csv", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("\uFEFF"u8, bytes.AsSpan(0, 3));
        Assert.Equal(
            Header + "\"1\",\"2026-11-22T12:00:00.0000000+00:00\",\"admin\",\"user.kick\",\"user:7\",\"刷屏, \"\"again\"\"\",\"done\",\"abc\",\"hash\"\r\n",
            System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3)));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1+1")]
    [InlineData("=HYPERLINK(\"http://a.example\")")]
    public async Task A_spreadsheet_does_not_take_a_cell_for_a_formula(string reason)
    {
        await using var service = new TestService();
        await AddAsync(service, reason);

        var text = await (await service.Admin().Get(Address)).Text();

        Assert.Contains($",\"'{reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_have_the_entries_as_the_page_has_them()
    {
        await using var service = new TestService();
        await AddAsync(service, "=1+1");
        await AddAsync(service, "two");

        var response = await service.Admin().Get($"{Address}?format=jsonl");
        var page = await (await service.Admin().Get("/api/v1/audit")).ReadAsync();

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetRawText()),
            (await response.Text()).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Everything_is_exported_however_much_it_is()
    {
        await using var service = new TestService();
        const int Count = 1234;
        for (var number = 0; number < Count; number++)
        {
            await AddAsync(service, "");
        }

        var lines = (await (await service.Admin().Get($"{Address}?format=jsonl")).Text()).TrimEnd('\n').Split('\n');

        Assert.Equal(
            Enumerable.Range(1, Count).Reverse(), lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Filters_are_those_of_the_page()
    {
        await using var service = new TestService();

        await service.Admin().Get($"{Address}?before=50&actor=admin&action=user.&target=%20user:7");

        Assert.Equal(
            new AuditQuery { Before = 50, Actor = "admin", Action = "user.", Target = "user:7" },
            service.Audit.LastQuery! with { Count = new AuditQuery().Count });
    }

    [Theory]
    [InlineData("format=xml")]
    [InlineData("before=0")]
    public async Task Nonsense_is_refused(string query)
    {
        await using var service = new TestService();

        await (await service.Admin().Get($"{Address}?{query}")).ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    private static Task<AuditEntry> AddAsync(TestService service, string reason) =>
        service.Audit.AppendAsync(new AuditRecord("admin", "user.kick", "user:7", reason, "done", "abc"), Stop);
}
