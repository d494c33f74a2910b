using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Crashes;

/// <summary>Whatever way an instance is lost, a report tells everything that is needed to find out why.</summary>
public sealed class CrashReportTests
{
    [Fact]
    public async Task A_crash_in_a_command_tells_everything_but_what_the_player_wrote()
    {
        await using var host = await new PluginHost(options => options.RollbackWindow = TimeSpan.Zero)
            .WithHostile(manifest: "\n[config]\nsecret = \"s3cret-of-the-admin\"\n").StartAsync();
        await host.SetConfigAsync("hostile", """{"secret":"s3cret-of-the-admin-2"}""");

        await host.CommandAsync("hostile", "trap p4ssword-of-a-player");

        var report = await OnlyAsync(host);
        Assert.Equal(("trap", "plugin.trap", "command /hostile"), (report.Kind, report.ErrorCode, report.LastCall));
        Assert.Equal("command-handler.on-command", report.Function);
        Assert.Contains("unreachable", report.Message.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("崩溃", report.Message.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("wasm backtrace:", report.Backtrace, StringComparison.Ordinal);
        Assert.Null(report.Limit);
        Assert.InRange(report.MemoryBytes, 1, report.PeakMemoryBytes);
        Assert.True(report.WallTime > TimeSpan.Zero);
        Assert.Equal(
            ("1.0.0", host.Plugin("hostile").Sha256, "1.0.0", $"{HostVersions.Current.Service}"),
            (report.Version, report.Sha256, report.AbiVersion, report.HostVersion));
        Assert.Equal((1, 0, "restart"), (report.ConfigRevision, report.RestartAttempt, report.Consequence));
        Assert.DoesNotContain("s3cret", $"{report}", StringComparison.Ordinal);
        Assert.DoesNotContain("p4ssword", $"{report}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_backtrace_names_the_functions_of_a_component_that_has_names()
    {
        await using var host = await new PluginHost().With("pirate", RepositoryFiles.Guest("named-trap")).StartAsync();

        var report = await OnlyAsync(host);

        var frames = report.Backtrace.Split('\n').Where(line => line.Contains('!', StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf('!') + 1)..]);
        Assert.Equal(["walk_the_plank", "mutiny", "set_sail"], frames);
        Assert.Equal(("lifecycle.start", "restart"), (report.Function, report.Consequence));
    }

    [Fact]
    public async Task A_limit_is_named_with_what_was_used()
    {
        await using var host = await new PluginHost()
            .WithHostile(manifest: "\n[config]\nwhen = \"event\"\nattack = \"loop\"\n[limits]\nmax_cpu_time_ms = 100\nmax_execution_time_ms = 600000\n")
            .StartAsync();

        host.Events.Publish(new UserConnected(host.Game.Add(1, "Ada")));

        var report = await OnlyAsync(host);
        Assert.Equal(("limit", "max_cpu_time_ms", "event user_connect #1"), (report.Kind, report.Limit, report.LastCall));
        Assert.True(report.CpuTime >= TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task A_question_before_an_event_is_told_as_one()
    {
        await using var host = await new PluginHost()
            .WithHostile(manifest: "\n[config]\nwhen = \"event\"\nattack = \"trap\"\nphase = \"before\"\n").StartAsync();

        await host.Events.OfferAsync(new UserConnected(host.Game.Add(1, "Ada")), CancellationToken.None);

        Assert.Equal("question about user_connect #1", (await OnlyAsync(host)).LastCall);
    }

    [Theory]
    [InlineData("big-start", "limit", "instantiate", "max_memory", "max_memory = 1048576\n")]
    [InlineData("loop-start", "limit", "instantiate", "max_cpu_time_ms", "max_cpu_time_ms = 50\nmax_execution_time_ms = 600000\n")]
    [InlineData("sleep-start", "limit", "instantiate", "max_execution_time_ms", "max_execution_time_ms = 50\n")]
    [InlineData("sleeper", "limit", "lifecycle.start", "max_execution_time_ms", "max_execution_time_ms = 50\n")]
    public async Task A_plugin_that_does_not_even_come_up_has_a_report_too(string guest, string kind, string function, string limit, string limits)
    {
        await using var host = await new PluginHost().With("plugin", RepositoryFiles.Guest(guest), $"[limits]\n{limits}").StartAsync();

        var report = await OnlyAsync(host);

        Assert.Equal((kind, function, limit), (report.Kind, report.Function, report.Limit));
    }

    [Fact]
    public async Task A_new_version_that_crashes_beside_the_old_one_has_no_consequence()
    {
        await using var host = await new PluginHost().WithEcho("pair").StartAsync();
        host.WithHostile("pair", "\n[config]\nwhen = \"start\"\nattack = \"trap\"\n");

        await host.DoAsync("pair", PluginOperation.Reload);

        Assert.Equal(("lifecycle.start", "none"), ((await OnlyAsync(host)).Function, host.Crashes.Reports[0].Consequence));
        Assert.Equal(PluginState.Running, host.Plugin("pair").State);
    }

    [Fact]
    public async Task A_crash_while_it_stops_has_no_consequence()
    {
        await using var host = await new PluginHost().WithHostile(manifest: "\n[config]\nwhen = \"stop\"\nattack = \"trap\"\n").StartAsync();

        await host.DoAsync("hostile", PluginOperation.Unload);

        Assert.Equal(("lifecycle.stop", "none"), ((await OnlyAsync(host)).Function, host.Crashes.Reports[0].Consequence));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_holds_nobody_up()
    {
        using var store = new StuckStore();
        await using var host = await new PluginHost(options => options.HotReload.MaxRestartAttempts = 100, crashes: store).WithHostile().StartAsync();

        for (var i = 0; i < 3; i++)
        {
            await host.CommandAsync("hostile", "trap");
            await host.UntilAsync("hostile", PluginState.Failed);
            await host.DoAsync("hostile", PluginOperation.Load);
        }

        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
        store.Dispose();
        await host.UntilAsync(() => host.Crashes.Reports.Count == 3);
    }

    private static async Task<CrashReport> OnlyAsync(PluginHost host)
    {
        await host.UntilAsync(() => host.Crashes.Reports.Count > 0);
        return Assert.Single(host.Crashes.Reports);
    }

    /// <summary>Answers only when it is disposed.</summary>
    private sealed class StuckStore : InMemoryCrashReportStore, IDisposable
    {
        private readonly TaskCompletionSource _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task AppendAsync(CrashReport report, CancellationToken cancellationToken)
        {
            await _answers.Task;
            await base.AppendAsync(report, cancellationToken);
        }

        public void Dispose() => _answers.TrySetResult();
    }
}
