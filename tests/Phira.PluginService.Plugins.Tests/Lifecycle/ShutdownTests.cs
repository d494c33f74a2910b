using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>The service stops when it is told to, whatever its plugins do, and their history is complete.</summary>
public sealed class ShutdownTests(ITestOutputHelper output)
{
    // Far more than the limits of the host: only the time that the host gives for stopping may end these.
    private const string Patient = "[limits]\nmax_cpu_time_ms = 10000\nmax_execution_time_ms = 600000\n";

    [Fact]
    public async Task Plugins_are_stopped_and_unloaded()
    {
        await using var host = await NewHost().WithSample("dice").WithSample("welcome").StartAsync();

        await StopAsync(host);

        Assert.All(host.Manager.List(), plugin => Assert.Equal(PluginState.Unloaded, plugin.State));
        Assert.Equal("stopping, unloaded", LastTransitions(host, "dice"));
        Assert.Equal("stopping, unloaded", LastTransitions(host, "welcome"));
        Assert.Empty(host.Logs.Problems);
    }

    [Fact]
    public async Task A_plugin_that_never_returns_from_stop_is_cut_short()
    {
        await using var host = await NewHost()
            .WithSample("dice").WithHostile(manifest: $"{Patient}[config]\nwhen = \"stop\"\nattack = \"loop\"\n").StartAsync();

        await StopAsync(host);

        Assert.Equal("stopping, unloaded", LastTransitions(host, "hostile"));
        Assert.Equal("stopping, unloaded", LastTransitions(host, "dice"));
        await host.Logs.UntilAsync("Plugin hostile did not stop properly");
    }

    [Fact]
    public async Task A_plugin_that_sleeps_in_stop_is_left_to_itself()
    {
        await using var host = await NewHost()
            .WithSample("dice").With("sleeper", RepositoryFiles.Guest("sleep-stop"), Patient).StartAsync();

        await StopAsync(host);

        Assert.Equal("stopping, unloaded", LastTransitions(host, "sleeper"));
        Assert.Equal("stopping, unloaded", LastTransitions(host, "dice"));
        await host.Logs.UntilAsync("max_execution_time_ms");
    }

    [Fact]
    public async Task A_call_under_way_is_cut_short()
    {
        await using var host = await NewHost().WithSample("dice").WithHostile(manifest: Patient).StartAsync();
        var calling = host.CommandAsync("hostile", "loop");

        await StopAsync(host);

        Assert.False((await calling).IsSuccess);
        Assert.Equal("stopping, unloaded", LastTransitions(host, "hostile"));
        Assert.Equal("stopping, unloaded", LastTransitions(host, "dice"));
    }

    [Theory]
    [InlineData("sleep-start")]
    [InlineData("sleeper")]
    [InlineData("loop-start")]
    public async Task A_plugin_that_is_just_being_loaded_is_cut_short(string guest)
    {
        await using var host = NewHost().WithSample("dice").With("loading", RepositoryFiles.Guest(guest), Patient);
        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await host.UntilAsync("loading", guest == "sleeper" ? PluginState.Initialized : PluginState.Compiled);
        await host.UntilAsync("dice", PluginState.Running);

        await StopAsync(host);

        Assert.Equal(PluginState.Failed, host.Plugin("loading").State);
        Assert.EndsWith("failed", LastTransitions(host, "loading"), StringComparison.Ordinal);
        Assert.Equal("stopping, unloaded", LastTransitions(host, "dice"));
    }

    [Fact]
    public async Task A_plugin_that_waits_to_be_started_again_is_not_started_any_more()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(time: time).WithHostile().StartAsync();
        await host.CommandAsync("hostile", "trap");
        await host.UntilAsync("hostile", PluginState.Failed);
        await host.DoAsync("hostile", PluginOperation.Start);

        await StopAsync(host);

        Assert.Equal("failed, unloaded", LastTransitions(host, "hostile"));
        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal((PluginState.Unloaded, 0), (host.Plugin("hostile").State, host.Plugin("hostile").Usage.Restarts));
    }

    [Fact]
    public async Task Nobody_waits_for_the_compiler()
    {
        await using var host = NewHost().WithSample("dice").With("large", Wat.Assemble(LargeComponent()));
        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await host.UntilAsync("dice", PluginState.Running);
        await host.UntilAsync("large", PluginState.Resolved);

        await StopAsync(host);

        Assert.Equal((PluginState.Unloaded, null), (host.Plugin("large").State, host.Plugin("large").Failure));
    }

    [Fact]
    public async Task A_plugin_that_is_being_compiled_has_not_failed()
    {
        await using var host = NewHost().With("large", Wat.Assemble(LargeComponent()));
        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await host.UntilAsync("large", PluginState.Resolved);

        await StopAsync(host);

        Assert.Equal("resolved, unloaded", LastTransitions(host, "large"));
        Assert.Empty(host.Logs.Problems);
    }

    [Fact]
    public async Task Nothing_is_loaded_any_more()
    {
        await using var host = await NewHost().WithSample("dice").StartAsync();

        await StopAsync(host);

        Assert.Equal("plugin.shutting_down", (await host.DoAsync("dice", PluginOperation.Load)).Error?.Code.Value);
        Assert.Equal(PluginState.Unloaded, host.Plugin("dice").State);
    }

    [Fact]
    public async Task An_operation_that_waits_for_another_is_refused()
    {
        await using var host = await NewHost().WithHostile(manifest: Patient).StartAsync();
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Game.Before = cancellationToken =>
        {
            inside.TrySetResult();
            return new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        };
        var calling = host.CommandAsync("hostile", "room-messages 1");
        await inside.Task.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);
        var unloading = host.DoAsync("hostile", PluginOperation.Unload);
        await host.UntilAsync("hostile", PluginState.Stopping);
        var loading = host.DoAsync("hostile", PluginOperation.Load);

        await StopAsync(host);

        await calling;
        await unloading;
        Assert.Equal("plugin.shutting_down", (await loading).Error?.Code.Value);
        Assert.Equal(PluginState.Unloaded, host.Plugin("hostile").State);
    }

    [Fact]
    public async Task The_store_is_not_disposed_of_while_the_first_loading_reads_it()
    {
        var time = new AnnouncingTime();
        var store = new InMemoryPluginStore();
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var letGo = new ManualResetEventSlim();
        store.Asked += () =>
        {
            reading.TrySetResult();
            letGo.Wait(PluginHost.Patience);
        };
        await using var host = new PluginHost(store: store, time: time).WithEcho();
        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await reading.Task.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);

        var stopping = host.StopAsync();
        await Task.WhenAny(stopping, time.Waiting).WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);
        letGo.Set();
        await stopping;

        Assert.True(host.Startup.Loading.IsCompleted);
    }

    // What a plugin gets for stopping is a small part of what the service gives to all of them, on a slow machine, too.
    private static PluginHost NewHost() => new(options => options.StopDeadline = TimeSpan.FromMilliseconds(200), time: new StretchedTime());

    /// <summary>Takes the compiler many seconds.</summary>
    private static string LargeComponent()
    {
        var body = string.Concat(Enumerable.Repeat("(local.set 0 (i32.mul (i32.add (local.get 0) (i32.const 7)) (i32.xor (local.get 0) (i32.const 3))))", 150));
        var functions = string.Concat(
            Enumerable.Range(0, 600).Select(number => $"(func (export \"f{number}\") (param i32) (result i32) {body} (local.get 0))"));
        return $"(component (core module {functions}))";
    }

    private async Task StopAsync(PluginHost host)
    {
        var started = Stopwatch.GetTimestamp();
        await host.StopAsync();
        output.WriteLine($"stopped in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:f0} ms");
        Assert.DoesNotContain(host.Logs.Problems, line => line.Text.Contains("the service stops without them", StringComparison.Ordinal));
    }

    private static string LastTransitions(PluginHost host, string plugin) => string.Join(
        ", ",
        host.Store.Transitions.Where(transition => transition.Plugin.Value == plugin).TakeLast(2)
            .Select(transition => transition.To.ToString().ToLowerInvariant()));

    /// <summary>A clock that stands still and tells when somebody waits for it.</summary>
    private sealed class AnnouncingTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waiting => _waiting.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime < TimeSpan.FromSeconds(1) && dueTime > TimeSpan.Zero)
            {
                _waiting.TrySetResult();
            }

            return timer;
        }
    }
}
