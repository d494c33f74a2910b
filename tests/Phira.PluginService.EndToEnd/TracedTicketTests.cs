using System.Net;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A page ticket is in the address of a page, and addresses are in the traces that are sent to a collector.</summary>
public sealed class TracedTicketTests
{
    private const string Manifest = """
        name = "echo"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        http_routes = true
        register_commands = true

        [config]
        routes = ["GET /a"]
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_ticket_leaves_the_service_whatever_the_answer_is()
    {
        await using var collector = await CollectorStandIn.StartAsync();
        using var folder = new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), Manifest);
        await using var service = await RunningService.StartAsync(
            folder,
            ("PHIRA_TELEMETRY__OTLP_ENDPOINT", collector.Address),
            ("PHIRA_TELEMETRY__OTLP_PROTOCOL", "http"),
            ("PHIRA_PLUGINS__ROUTE_REQUESTS_PER_SECOND", "0.5"));
        var ticket = ((string)(await service.Api.PostAsync("plugins/echo/page-tickets"))["path"]!).Split('~')[1].TrimEnd('/');
        using var visitor = service.Visitor();
        var sent = 0;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"echo/~{ticket}/a"));
        Assert.Equal(HttpStatusCode.PermanentRedirect, await StatusAsync($"echo/~{ticket}"));
        while (await StatusAsync($"echo/~{ticket}/a") != HttpStatusCode.TooManyRequests)
        {
            // The burst is not used up yet.
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"nobody/~{ticket}/a"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"~{ticket}/a"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"nobody/%257E{ticket}/a"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"echo/~{ticket}/a", "other.example"));
        await StatusAsync($"/Plugins/echo/~{ticket}/a");
        await StatusAsync($"/proxied/plugins/echo/~{ticket}/a.js");

        await Eventually.IsTrueAsync(
            () => Enumerable.Range(1, sent).All(number => collector.Traces.Contains($"probe/{number}.", StringComparison.Ordinal)), "every request is traced");
        Assert.Contains("/plugins/echo/~/a", collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain(ticket, collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain(ticket, service.Log, StringComparison.Ordinal);

        async Task<HttpStatusCode> StatusAsync(string address, string? host = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Host = host;
            request.Headers.UserAgent.ParseAdd($"probe/{++sent}.0");
            using var answer = await visitor.SendAsync(request, Stop);
            return answer.StatusCode;
        }
    }
}
