using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Generations;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>Keeps nothing: for hosts that only try a plugin out.</summary>
internal sealed class NoVersionStore : IVersionStore
{
    /// <inheritdoc />
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task KeepAsync(PluginBlueprint blueprint, ChangeCause cause) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<bool> HasRunAsync(PluginName plugin, string sha256, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <inheritdoc />
    public Task<Result<PackageVersion>> PutBackAsync(
        PluginName plugin, IReadOnlySet<string> bad, ChangeCause cause, CancellationToken cancellationToken) =>
        Task.FromResult<Result<PackageVersion>>(new Error(PackageErrors.NoVersion, plugin.Value));
}
