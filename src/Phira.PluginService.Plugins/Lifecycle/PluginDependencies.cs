using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Effects;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>The plugins around one plugin of this host.</summary>
internal sealed class PluginDependencies(PluginSupervisor plugin, DependencyCascade cascade) : IPluginDependencies
{
    private ImmutableArray<PluginSupervisor> _takenDown = [];

    /// <inheritdoc />
    public (Error Error, bool IsOwn)? FindObstacle() => cascade.Plugins.FindObstacle(plugin) is { } obstacle
        ? (obstacle, cascade.Plugins.EntryOf(plugin).Failure is not null)
        : null;

    /// <inheritdoc />
    public async Task TakeDownAsync(ChangeCause cause) => _takenDown = await cascade.TakeDownAsync(plugin, cause);

    /// <inheritdoc />
    public Task BringBackAsync(ChangeCause cause) => DependencyCascade.BringBackAsync(_takenDown, cause);

    /// <inheritdoc />
    public void Forget() => cascade.Plugins.Forget(plugin.Record.Name);
}
