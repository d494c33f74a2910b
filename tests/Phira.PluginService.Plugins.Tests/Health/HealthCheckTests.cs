using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Health;

public sealed class HealthCheckTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("healthy", HealthStatus.Healthy, "")]
    [InlineData("healthy ignored", HealthStatus.Healthy, "")]
    [InlineData("warning 磁盘满了 slow", HealthStatus.Warning, "插件报告：磁盘满了|插件报告：slow")]
    [InlineData("critical {0}", HealthStatus.Critical, "插件报告：{0}")]
    [InlineData("critical", HealthStatus.Critical, "插件自报状态：critical。")]
    [InlineData("unknown", HealthStatus.Unknown, "插件自报状态：unknown。")]
    [InlineData("fail", HealthStatus.Warning, "自检失败：the check fails on purpose")]
    public async Task What_a_plugin_says_of_itself_counts_with_its_reasons(string says, HealthStatus status, string reasons)
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        await new Echo(host).AskAsync($"health {says}");
        Assert.Equal(HealthStatus.Healthy, host.Plugin("echo").Health.Status);

        await CheckAsync(host);

        var health = host.Plugin("echo").Health;
        Assert.Equal((status, reasons), (health.Status, string.Join('|', health.Reasons.Select(reason => reason.In(Language.Chinese)))));
    }

    [Fact]
    public async Task A_better_report_replaces_a_worse_one()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        await new Echo(host).AskAsync("health critical on fire");
        await CheckAsync(host);
        Assert.Equal("The plugin reports: on", host.Plugin("echo").Health.Reasons[0].In(Language.English));
        await new Echo(host).AskAsync("health healthy");

        await CheckAsync(host);

        Assert.Equal((HealthStatus.Healthy, 0), (host.Plugin("echo").Health.Status, host.Plugin("echo").Health.Reasons.Length));
    }

    [Fact]
    public async Task Before_the_first_interval_nobody_is_asked()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        await new Echo(host).AskAsync("health critical");
        _time.Advance(Interval - TimeSpan.FromMilliseconds(1));
        await new Echo(host).AskAsync("config");

        Assert.Equal(HealthStatus.Healthy, host.Plugin("echo").Health.Status);
    }

    [Fact]
    public async Task A_report_does_not_outlive_the_version_that_made_it()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        await new Echo(host).AskAsync("health critical");
        await CheckAsync(host);

        await host.DoAsync("echo", PluginOperation.Reload);
        Assert.Equal(HealthStatus.Healthy, host.Plugin("echo").Health.Status);

        await new Echo(host).AskAsync("health warning again");
        await CheckAsync(host);
        Assert.Equal(HealthStatus.Warning, host.Plugin("echo").Health.Status);
    }

    [Fact]
    public async Task A_stopped_plugin_is_not_asked()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        await host.DoAsync("echo", PluginOperation.Stop);
        var calls = host.Plugin("echo").Usage.Calls;

        _time.Advance(Interval * 3);

        await host.DoAsync("echo", PluginOperation.Start);
        Assert.Equal(calls + 1, host.Plugin("echo").Usage.Calls);
    }

    [Fact]
    public async Task A_check_that_does_not_come_back_is_a_warning()
    {
        await using var host = await new PluginHost(time: _time)
            .WithHostile(manifest: "\n[config]\nwhen = \"check\"\nattack = \"loop\"\n[limits]\nmax_cpu_time_ms = 10000\nmax_execution_time_ms = 600000\n")
            .StartAsync();

        _time.Advance(Interval);
        Assert.Equal(HealthStatus.Healthy, host.Plugin("hostile").Health.Status);
        _time.Advance(Interval * 2);

        var health = host.Plugin("hostile").Health;
        Assert.Equal(HealthStatus.Warning, health.Status);
        Assert.Equal("Its own health check has not answered for 10 s.", Assert.Single(health.Reasons).In(Language.English));
        Assert.Equal("自检已有 10 秒没有响应。", health.Reasons[0].In(Language.Chinese));
        Assert.Equal(1, host.Plugin("hostile").Usage.ActiveRequests);
        _time.Advance(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_crash_in_the_check_is_a_fault_like_any_other()
    {
        await using var host = await new PluginHost(time: _time)
            .WithHostile(manifest: "\n[config]\nwhen = \"check\"\nattack = \"trap\"\n").StartAsync();

        _time.Advance(Interval);

        var failed = await host.UntilAsync("hostile", PluginState.Failed);
        Assert.Equal(("plugin.trap", HealthStatus.Critical), (failed.Failure!.Code.Value, failed.Health.Status));
    }

    [Fact]
    public async Task A_plugin_without_the_export_is_well()
    {
        await using var host = await new PluginHost(time: _time).With("idle", RepositoryFiles.Guest("idle")).StartAsync();
        var calls = host.Plugin("idle").Usage.Calls;

        _time.Advance(Interval * 3);

        Assert.Equal(HealthStatus.Healthy, host.Plugin("idle").Health.Status);
        await host.DoAsync("idle", PluginOperation.Stop);
        Assert.Equal(calls + 1, host.Plugin("idle").Usage.Calls);
    }

    [Fact]
    public async Task A_long_report_is_cut()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        await new Echo(host).AskAsync($"health warning {string.Join(' ', Enumerable.Repeat(new string('x', 1000), 100))}");

        await CheckAsync(host);

        var reasons = host.Plugin("echo").Health.Reasons;
        Assert.Equal(8, reasons.Length);
        Assert.All(reasons, reason => Assert.True(reason.In(Language.English).Length < 250));
    }

    // The question waits before the command does, so once the command is answered, so is the question.
    private async Task CheckAsync(PluginHost host)
    {
        _time.Advance(Interval);
        await new Echo(host).AskAsync("config");
    }
}
