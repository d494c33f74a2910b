using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.Lifecycle.Generations;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Asking the version in service how it does.</summary>
internal sealed partial class PluginSupervisor
{
    private HealthWatch? _health;

    /// <summary>What speaks against the plugin's health by its own account; null when nothing does.</summary>
    public PluginHealth? Complaint => Volatile.Read(ref _health)?.Complaint;

    /// <summary>Begins to ask a version that has come into service. Called with the service lock held.</summary>
    private void WatchHealth(Generation generation, Mailbox mailbox)
    {
        EndHealthWatch();
        if (generation.ChecksHealth)
        {
            Volatile.Write(ref _health, new HealthWatch(mailbox, _runtime.Options.HealthInterval, _runtime.Time, OnCritical));
        }
    }

    private void AskHealth() => Volatile.Read(ref _health)?.Ask();

    /// <summary>Asks no more. Called with the service lock held.</summary>
    private void EndHealthWatch()
    {
        _health?.Dispose();
        Volatile.Write(ref _health, null);
    }
}
