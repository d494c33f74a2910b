using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Telemetry;

public sealed class MetricsPageTests
{
    [Fact]
    public async Task Shows_the_service_the_runtime_and_HTTP()
    {
        await using var service = new TestService();
        await service.Admin().Get("/api/v1/users");

        var page = await (await service.Anonymous().Get("/metrics")).Text();

        Assert.Contains("phira_service_uptime_seconds", page, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_cpu_time_seconds_total", page, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_accepted_by_the_Prometheus_linter()
    {
        await using var service = new TestService();
        await service.Admin().Get("/api/v1/users");
        var page = await (await service.Anonymous().Get("/metrics")).Text();

        var complaints = await MetricsLinter.CheckAsync(page, TestContext.Current.CancellationToken);

        Assert.SkipWhen(complaints is null, "promtool is not installed");
        Assert.Equal("", complaints);
    }
}
