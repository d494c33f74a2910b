using System.Globalization;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.Metrics;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Plugins.Tests.Packages;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Metrics;

public sealed class PluginMetricTests
{
    private const string Permission = "metrics = true\n";

    private static readonly object[] None = [];

    [Fact]
    public async Task Counters_gauges_and_histograms_are_exported_with_the_name_of_the_plugin()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Permission).StartAsync();
        using var instruments = new CustomInstruments(host);
        var echo = new Echo(host);

        await echo.OkAsync("metrics.counter-add", "rounds", 1.5, Labels(("mode", "solo"), ("chart", "谱面")));
        await echo.OkAsync("metrics.counter-add", "rounds", 2, Labels(("chart", "谱面"), ("mode", "solo")));
        await echo.OkAsync("metrics.counter-add", "rounds", 0, None);
        await echo.OkAsync("metrics.gauge-set", "players", 5, None);
        await echo.OkAsync("metrics.gauge-set", "players", -2, None);
        await echo.OkAsync("metrics.histogram-record", "length", 0.25, None);
        await echo.OkAsync("metrics.histogram-record", "length", 3, None);

        Assert.Equal(
            [
                "phira.plugin.custom.length{plugin=echo} 0.25",
                "phira.plugin.custom.length{plugin=echo} 3",
                "phira.plugin.custom.players{plugin=echo} -2",
                "phira.plugin.custom.rounds{plugin=echo,chart=谱面,mode=solo} 3.5",
                "phira.plugin.custom.rounds{plugin=echo} 0",
            ],
            instruments.Read());
        Assert.Equal(
            ["length histogram 3.25/2", "players gauge -2/2", "rounds counter 3.5/2, 0/1"],
            host.CustomMetrics.Read(PluginName.Parse("echo")).Select(metric =>
                $"{metric.Name} {metric.Kind} {string.Join(", ", metric.Series.Select(series => string.Create(CultureInfo.InvariantCulture, $"{series.Value}/{series.Count}")))}"));
    }

    [Fact]
    public async Task Two_plugins_share_a_name_and_not_a_series()
    {
        await using var host = await new PluginHost().WithEcho("one", Permission).WithEcho("two", Permission).StartAsync();
        using var instruments = new CustomInstruments(host);

        await new Echo(host, "one").OkAsync("metrics.counter-add", "rounds", 1, None);
        await new Echo(host, "two").OkAsync("metrics.counter-add", "rounds", 2, None);

        Assert.Equal(["phira.plugin.custom.rounds{plugin=one} 1", "phira.plugin.custom.rounds{plugin=two} 2"], instruments.Read());
        await host.DoAsync("one", PluginOperation.Unload);
        Assert.Equal(["phira.plugin.custom.rounds{plugin=two} 2"], instruments.Read());
    }

    [Fact]
    public async Task A_name_keeps_its_kind_until_nobody_uses_it()
    {
        await using var host = await new PluginHost().WithEcho("one", Permission).WithEcho("two", Permission).StartAsync();
        var (one, two) = (new Echo(host, "one"), new Echo(host, "two"));
        await one.OkAsync("metrics.counter-add", "rounds", 1, None);

        Assert.Equal(("conflict", "rounds is a counter of one"), await one.ErrorAsync("metrics.gauge-set", "rounds", 1, None));
        Assert.Equal(("conflict", "rounds is a counter of one"), await two.ErrorAsync("metrics.histogram-record", "rounds", 1, None));
        await host.DoAsync("one", PluginOperation.Unload);
        await two.OkAsync("metrics.histogram-record", "rounds", 1, None);
    }

    [Fact]
    public async Task Names_and_series_are_bounded_by_the_settings()
    {
        await using var host = await new PluginHost(
            services: PluginHost.Settings(new MetricsOptions { MetricsPerPlugin = 2, MetricSeriesPerPlugin = 3 })).WithEcho(manifest: Permission).StartAsync();
        using var instruments = new CustomInstruments(host);
        var echo = new Echo(host);
        await echo.OkAsync("metrics.gauge-set", "a", 1, None);
        await echo.OkAsync("metrics.gauge-set", "b", 1, None);

        Assert.Equal(("quota-exceeded", "2 metrics"), await echo.ErrorAsync("metrics.gauge-set", "c", 1, None));
        await echo.OkAsync("metrics.gauge-set", "a", 2, Labels(("x", "1")));
        Assert.Equal(("quota-exceeded", "3 series of metrics"), await echo.ErrorAsync("metrics.gauge-set", "b", 2, Labels(("x", "1"))));
        await echo.OkAsync("metrics.gauge-set", "a", 3, Labels(("x", "1")));

        Assert.Equal(3, instruments.Read().Length);
        Assert.Equal(2, host.Plugin("echo").Usage.LimitHits);
    }

    [Fact]
    public async Task What_was_recorded_is_kept_when_the_plugin_is_reloaded_or_crashes_and_gone_when_it_is_unloaded()
    {
        await using var host = await new PluginHost(options => options.HotReload.RestartCooldownSecs = 0).WithEcho(manifest: Permission).StartAsync();
        using var instruments = new CustomInstruments(host);
        var echo = new Echo(host);
        await echo.OkAsync("metrics.counter-add", "rounds", 1, None);

        await host.DoAsync("echo", PluginOperation.Reload);
        await echo.OkAsync("metrics.counter-add", "rounds", 1, None);
        await host.CommandAsync("echo", "trap");
        await host.UntilAsync(() => host.Plugin("echo") is { State: PluginState.Running, Usage.Restarts: 1 });
        await echo.OkAsync("metrics.counter-add", "rounds", 1, None);
        await host.DoAsync("echo", PluginOperation.Stop);

        Assert.Equal(["phira.plugin.custom.rounds{plugin=echo} 3"], instruments.Read());
        await host.DoAsync("echo", PluginOperation.Unload);
        Assert.Empty(instruments.Read());
        await host.DoAsync("echo", PluginOperation.Load);
        await echo.OkAsync("metrics.counter-add", "rounds", 1, None);
        Assert.Equal(["phira.plugin.custom.rounds{plugin=echo} 1"], instruments.Read());
        await host.DoAsync("echo", PluginOperation.Disable);
        Assert.Empty(instruments.Read());
    }

    [Fact]
    public async Task A_plugin_that_is_removed_has_no_metrics_even_when_one_is_recorded_late()
    {
        await using var host = new PackagesHost();
        await host.Host.WithEcho(manifest: Permission).StartAsync();
        var name = PluginName.Parse("echo");
        var meter = host.Host.Registry.Plugins.Find(name)!.Record.HostState.States.OfType<PluginMeter>().Single();
        await new Echo(host.Host).OkAsync("metrics.gauge-set", "players", 7, None);
        Assert.Single(host.Host.CustomMetrics.Read(name));

        Assert.True((await host.RemoveAsync("echo")).IsSuccess);
        meter.Record("players", MetricKind.Gauge, LabelSet.Read([], out _)!, 8);

        Assert.Empty(host.Host.CustomMetrics.Read(name));
    }

    [Fact]
    public async Task They_are_kept_when_a_plugin_that_is_needed_is_reloaded()
    {
        await using var host = await new PluginHost()
            .WithEcho("needed").WithEcho("dependent", Permission + "[dependencies]\nneeded = \"*\"\n").StartAsync();
        using var instruments = new CustomInstruments(host);
        await new Echo(host, "dependent").OkAsync("metrics.gauge-set", "players", 7, None);

        Assert.True((await host.DoAsync("needed", PluginOperation.Reload, cascade: true)).IsSuccess);
        await host.UntilAsync("dependent", PluginState.Running);

        Assert.Equal(["phira.plugin.custom.players{plugin=dependent} 7"], instruments.Read());
    }

    [Theory]
    [InlineData("", "name: 1 to 64 characters of a-z 0-9 _")]
    [InlineData("Rounds", "name: 1 to 64 characters of a-z 0-9 _")]
    [InlineData("a.b", "name: 1 to 64 characters of a-z 0-9 _")]
    [InlineData("a__b", "name: a__b: an underscore stands between two other characters")]
    [InlineData("_a", "name: _a: an underscore stands between two other characters")]
    [InlineData("a_", "name: a_: an underscore stands between two other characters")]
    [InlineData("rounds_total", "name: rounds_total: the ending _total is appended when metrics are exported, and must not be in the name")]
    [InlineData("length_sum", "name: length_sum: the ending _sum is appended when metrics are exported, and must not be in the name")]
    [InlineData("count", "name: count: the ending _count is appended when metrics are exported, and must not be in the name")]
    public async Task A_name_is_one_that_Prometheus_takes(string name, string problem)
    {
        await using var host = await new PluginHost().WithEcho(manifest: Permission).StartAsync();

        Assert.Equal(("invalid-argument", problem), await new Echo(host).ErrorAsync("metrics.gauge-set", name, 1, None));
    }

    [Theory]
    [InlineData("plugin", "other")]
    [InlineData("le", "1")]
    [InlineData("", "1")]
    [InlineData("A", "1")]
    [InlineData("1a", "1")]
    [InlineData("__name__", "1")]
    [InlineData("otel_scope_name", "1")]
    [InlineData("a", "line\nbreak")]
    public async Task A_label_cannot_forge_what_the_host_writes(string key, string value)
    {
        await using var host = await new PluginHost().WithEcho(manifest: Permission).StartAsync();

        var (name, text) = await new Echo(host).ErrorAsync("metrics.gauge-set", "g", 1, Labels((key, value)));

        Assert.Equal("invalid-argument", name);
        Assert.StartsWith("labels: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_are_few_short_and_different()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Permission).StartAsync();
        var echo = new Echo(host);

        Assert.Equal(
            ("invalid-argument", "labels: at most 8"),
            await echo.ErrorAsync("metrics.gauge-set", "g", 1, Labels([.. Enumerable.Range(0, 9).Select(i => ($"k{i}", ""))])));
        Assert.Equal(
            ("invalid-argument", "labels: key a is there twice"), await echo.ErrorAsync("metrics.gauge-set", "g", 1, Labels(("a", "1"), ("a", "2"))));
        Assert.Equal(
            ("invalid-argument", "labels: value of a: at most 128 bytes without control characters"),
            await echo.ErrorAsync("metrics.gauge-set", "g", 1, Labels(("a", new string('x', 129)))));
        await echo.OkAsync("metrics.gauge-set", "g", 1, Labels(("a", new string('x', 128)), ("b", "")));
    }

    [Fact]
    public async Task A_counter_does_not_fall()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Permission).StartAsync();

        Assert.Equal(
            ("invalid-argument", "value: a counter only grows"), await new Echo(host).ErrorAsync("metrics.counter-add", "rounds", -0.5, None));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task Only_finite_numbers_are_recorded(double value)
    {
        await using var host = new PluginHost();
        var plugin = PluginName.Parse("numbers");
        using var functions = new MetricsFunctions(Context(plugin), host.CustomMetrics.Create(plugin));
        ComponentValue[] arguments = [ComponentValue.String("g"), ComponentValue.F64(value), ComponentValue.List([])];

        Assert.Equal("value: a finite number", functions.Set(arguments).ErrorText);
        Assert.Equal("value: a finite number", functions.Record(arguments).ErrorText);
        Assert.NotNull(functions.Add(arguments).ErrorText);
        Assert.Empty(host.CustomMetrics.Read(plugin));
    }

    [Fact]
    public async Task An_instance_that_is_gone_brings_nothing_back()
    {
        await using var host = new PluginHost();
        var plugin = PluginName.Parse("late");
        var functions = new MetricsFunctions(Context(plugin), host.CustomMetrics.Create(plugin));
        functions.Dispose();

        Assert.Equal("unavailable", functions.Set([ComponentValue.String("g"), ComponentValue.F64(1), ComponentValue.List([])]).ErrorCase);
        Assert.Empty(host.CustomMetrics.Read(plugin));
    }

    private static object[] Labels(params (string Key, string Value)[] labels) => [.. labels.Select(label => new { key = label.Key, value = label.Value })];

    private static HostContext Context(PluginName plugin) => new()
    {
        Plugin = plugin,
        Permissions = null!,
        Counters = new PluginCounters(),
        Log = null!,
        TimeProvider = TimeProvider.System,
    };
}
