using System.Threading.Channels;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Hubs;

/// <summary>Feeds the hub: a sample each second, each change of a plugin at once.</summary>
internal sealed partial class LiveBroadcaster : BackgroundService
{
    private const int QueuedChanges = 256;

    private readonly IPluginManager _plugins;
    private readonly LiveFeed _feed;
    private readonly MetricsSampler _sampler;
    private readonly IStorageHealth _storage;
    private readonly ILogger<LiveBroadcaster> _logger;
    private readonly PeriodicTimer _timer;

    // Full only when changes come faster than they can be put into the browsers' queues; then the oldest are superseded anyway.
    private readonly Channel<PluginSnapshot> _changes = Channel.CreateBounded<PluginSnapshot>(
        new BoundedChannelOptions(QueuedChanges) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public LiveBroadcaster(
        IPluginManager plugins,
        LiveFeed feed,
        MetricsSampler sampler,
        IStorageHealth storage,
        TimeProvider timeProvider,
        ILogger<LiveBroadcaster> logger)
    {
        _plugins = plugins;
        _feed = feed;
        _sampler = sampler;
        _storage = storage;
        _logger = logger;
        _timer = new PeriodicTimer(TimeSpan.FromSeconds(1), timeProvider);
        plugins.Changed += OnChanged;
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Push();
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _plugins.Changed -= OnChanged;
        _timer.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TickAsync(stoppingToken), PumpAsync(stoppingToken));

    private void OnChanged(PluginSnapshot plugin) => _changes.Writer.TryWrite(plugin);

    private async Task TickAsync(CancellationToken stoppingToken)
    {
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Push();
            }
            catch (Exception exception)
            {
                // A fault in one sample must not end the stream.
                Log.SampleFailed(_logger, exception);
            }
        }
    }

    private void Push()
    {
        var plugins = _plugins.List();
        _feed.Publish(new LiveSample(_sampler.Sample(plugins), plugins, _storage.Problem));
    }

    private async Task PumpAsync(CancellationToken stoppingToken)
    {
        await foreach (var plugin in _changes.Reader.ReadAllAsync(stoppingToken))
        {
            _feed.Publish(plugin);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1200, LogLevel.Error, "The live metrics could not be sampled")]
        public static partial void SampleFailed(ILogger logger, Exception exception);
    }
}
