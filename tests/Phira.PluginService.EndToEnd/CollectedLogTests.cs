using System.Text;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Entries of the log in a collector of OpenTelemetry.</summary>
public sealed class CollectedLogTests
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string Change = """{"roomCreation":false}""";

    [Fact]
    public async Task Are_rendered_and_carry_the_trace_of_their_request()
    {
        await using var collector = await CollectorStandIn.StartAsync();
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(
            folder, ("PHIRA_TELEMETRY__OTLP_ENDPOINT", collector.Address), ("PHIRA_TELEMETRY__OTLP_PROTOCOL", "http"));
        var http = service.RawHttp();

        var headers = $"traceparent: 00-{TraceId}-b7ad6b7169203331-01\r\nContent-Type: application/json\r\n";
        var status = await http.SendAsync(
            http.Request("PATCH", "/api/v1/server-settings", headers, Change), isWhole: true, TestContext.Current.CancellationToken);

        Assert.Equal(200, status);
        var trace = Encoding.Latin1.GetString(Convert.FromHexString(TraceId));
        await Eventually.IsTrueAsync(
            () => collector.Logs.Contains("Server settings changed by admin: room creation False, maintenance False", StringComparison.Ordinal),
            "the entry is collected");
        Assert.Contains(trace, collector.Logs, StringComparison.Ordinal);
    }
}
