using System.Diagnostics;
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
        using var linter = StartLinter();
        Assert.SkipWhen(linter is null, "promtool is not installed");

        await linter.StandardInput.WriteAsync(page.AsMemory(), TestContext.Current.CancellationToken);
        linter.StandardInput.Close();
        var complaints = await linter.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
            + await linter.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await linter.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(linter.ExitCode == 0 && complaints.Length == 0, complaints);
    }

    private static Process? StartLinter()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
