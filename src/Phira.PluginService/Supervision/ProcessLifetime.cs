namespace Phira.PluginService.Supervision;

/// <summary>Leaves the signals to the process: the host's own lifetime would close the dashboard while rounds are in progress.</summary>
internal sealed class ProcessLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
