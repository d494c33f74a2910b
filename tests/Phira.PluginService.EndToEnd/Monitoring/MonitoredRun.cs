namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>One run for several tests, which only read.</summary>
public sealed class MonitoredRun : IAsyncLifetime
{
    private MonitoredService? _service;

    /// <summary>The service after its load.</summary>
    internal MonitoredService Service
    {
        get
        {
            Assert.SkipWhen(_service is null, "Prometheus is not installed");
            return _service;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _service = await MonitoredService.StartAsync();
        await (_service?.LoadAsync() ?? Task.CompletedTask);
    }

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? ValueTask.CompletedTask;
}
