using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Storage.Opening;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Storage.Telemetry;
using Phira.PluginService.Storage.Writing;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Storage.Tests.Telemetry;

public sealed class StorageMetricsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Commits_are_counted_and_timed_and_the_writes_that_wait_are_shown(StorageProvider provider)
    {
        using var directory = new TemporaryDirectory();
        using var meters = new TestMeters();
        var connection = provider == StorageProvider.Postgresql ? await SharedPostgreSqlServer.DatabaseOfAsync(directory.Path) : "";
        var services = new ServiceCollection().AddSingleton<IMeterFactory>(meters).AddSingleton<TimeProvider>(StorageUnderTest.Time).AddStorage(
            options => (options.DataDirectory, options.Provider, options.ConnectionString) = (directory.Path, provider, connection));
        await using var built = services.BuildServiceProvider();
        Assert.True((await built.GetRequiredService<IStorageStartup>().PrepareAsync(Stop)).IsSuccess);
        var writer = built.GetRequiredService<StorageWriter>();
        using var numbers = new Numbers(meters);
        Assert.Equal(
            ["backlog.length 0", "commits failed 0", "commits ok 0", "queue.length 0"], numbers.Read());

        var inside = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var first = writer.WriteAsync(
            async _ =>
            {
                inside.SetResult();
                await ended.Task;
                return 0;
            },
            Stop);
        await inside.Task;
        var second = writer.WriteAsync(_ => Task.FromResult(0), Stop);
        var third = writer.WriteAsync(_ => Task.FromResult(0), Stop);
        Assert.Contains("queue.length 2", numbers.Read());
        ended.SetResult();
        await Task.WhenAll(first, second, third);

        // The commit of a write is measured before its task completes.
        Assert.Equal(["backlog.length 0", "commit.duration 2", "commits failed 0", "commits ok 2", "queue.length 0"], numbers.Read());
    }

    private sealed class Numbers : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Lock _lock = new();
        private readonly SortedDictionary<string, long> _values = new(StringComparer.Ordinal);

        public Numbers(TestMeters meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == StorageMetrics.MeterName && instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Set(instrument, labels, _ => value));
            _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Set(instrument, labels, _ => value));
            _listener.SetMeasurementEventCallback<double>((instrument, _, labels, _) => Set(instrument, labels, count => count + 1));
            _listener.Start();
        }

        public IReadOnlyList<string> Read()
        {
            _listener.RecordObservableInstruments();
            lock (_lock)
            {
                return [.. _values.Select(value => $"{value.Key} {value.Value}")];
            }
        }

        public void Dispose() => _listener.Dispose();

        private void Set(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> labels, Func<long, long> next)
        {
            var key = string.Join(' ', labels.ToArray().Select(label => $"{label.Value}").Prepend(instrument.Name["phira.storage.".Length..]));
            lock (_lock)
            {
                _values[key] = next(_values.GetValueOrDefault(key));
            }
        }
    }
}
