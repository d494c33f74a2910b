using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Sandbox.Compilation;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Decides when the first loading is over for those that wait for the service. Plugins that have run before are waited for in any case. One
/// that has not is waited for only as long as none of those takes long to compile: what somebody has just put into the folder must not keep
/// the service from its players.
/// </summary>
internal sealed class InitialReadiness : IDisposable
{
    private readonly ComponentCompiler _compiler;
    private readonly IVersionStore _versions;
    private readonly TaskCompletionSource _slow = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="compiler">Says when a compilation takes long.</param>
    public InitialReadiness(ComponentCompiler compiler, IVersionStore versions)
    {
        _compiler = compiler;
        _versions = versions;
        compiler.SlowCompilation += OnSlow;
    }

    /// <summary>Completes when the service is ready.</summary>
    public async Task ReachedAsync(
        IReadOnlyDictionary<PluginName, Task> loads,
        ImmutableDictionary<PluginName, CatalogEntry> entries,
        CancellationToken cancellationToken)
    {
        var all = Task.WhenAll(loads.Values);
        if (await Task.WhenAny(all, _slow.Task.WaitAsync(cancellationToken)) == all)
        {
            return;
        }

        var known = new List<Task>();
        foreach (var (name, load) in loads)
        {
            if (!load.IsCompleted && await HasRunAsync(entries[name], cancellationToken))
            {
                known.Add(load);
            }
        }

        await Task.WhenAll(known);
    }

    /// <inheritdoc />
    public void Dispose() => _compiler.SlowCompilation -= OnSlow;

    private void OnSlow() => _slow.TrySetResult();

    private async Task<bool> HasRunAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        if (entry.ComponentPath is not { } path)
        {
            return false;
        }

        var image = await Task.Run(() => ComponentFile.Read(path), cancellationToken);
        return image.IsSuccess && await _versions.HasRunAsync(entry.Name, image.Value.Sha256, cancellationToken);
    }
}
