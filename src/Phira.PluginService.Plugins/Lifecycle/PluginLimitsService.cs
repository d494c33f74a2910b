using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>The limits that administrators set for single plugins.</summary>
internal sealed class PluginLimitsService(IPluginStore store, IOptions<PluginsOptions> options, PluginRegistry registry) : IPluginLimits
{
    private readonly PluginsOptions _options = options.Value;

    /// <inheritdoc />
    public async Task<Result<PluginLimits>> GetAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        if (registry.Plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        return Describe(supervisor, await store.GetLimitOverridesAsync(plugin, cancellationToken));
    }

    /// <inheritdoc />
    public async Task<Result<PluginLimits>> SetAsync(
        PluginName plugin, IReadOnlyDictionary<string, long> overrides, ChangeCause cause, CancellationToken cancellationToken)
    {
        if (registry.Plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        if (LimitsResolver.Check(overrides, _options.MaximumLimits) is { } problem)
        {
            return problem;
        }

        var result = await supervisor.EnqueueAsync(() => ChangeLimitsAsync(supervisor, overrides, cause), cancellationToken);
        registry.Announce(supervisor);
        return result.IsSuccess ? Describe(supervisor, overrides) : result.Error;
    }

    private async Task<Result> ChangeLimitsAsync(PluginSupervisor supervisor, IReadOnlyDictionary<string, long> overrides, ChangeCause cause)
    {
        await store.SetLimitOverridesAsync(supervisor.Record.Name, overrides, CancellationToken.None);
        supervisor.Record.Log.WriteByHost(PluginLogLevel.Info, $"limits decided by {cause.Actor}: {Text(overrides)}");
        if (supervisor.Instance is not { } instance)
        {
            return Result.Success;
        }

        // The stack belongs to the engine, which an instance cannot change.
        var previous = instance.Limits.Current;
        var limits = LimitsResolver.Apply(
            ByManifest(instance.Blueprint.Manifest.Limits), overrides, _options.MaximumLimits);
        instance.Limits.Current = limits with { MaxStackSize = previous.MaxStackSize };
        return await supervisor.ChangeLimitsAsync(needsInstance: limits.MaxStackSize != previous.MaxStackSize, cause);
    }

    private PluginLimits Describe(PluginSupervisor supervisor, IReadOnlyDictionary<string, long> overrides)
    {
        IReadOnlyList<LimitRequest> requests = supervisor.Journal.Status.Manifest?.Limits ?? [];
        var effective = supervisor.Instance?.Limits.Current
            ?? LimitsResolver.Apply(ByManifest(requests), overrides, _options.MaximumLimits);
        return new PluginLimits(supervisor.Record.Name,
        [
            .. LimitField.All.Select(field => new PluginLimit(
                field.Key,
                field.Get(effective),
                field.Get(_options.DefaultLimits),
                requests.LastOrDefault(request => request.Field == field)?.Value,
                overrides.TryGetValue(field.Key, out var value) ? value : null,
                field.Get(_options.MaximumLimits),
                field.Unit)),
        ]);
    }

    // A manifest that asks for too much is refused when it is loaded; here it counts as asking for nothing.
    private ResourceLimits ByManifest(IReadOnlyList<LimitRequest> requests) =>
        LimitsResolver.Resolve(requests, _options.DefaultLimits, _options.MaximumLimits) is { IsSuccess: true } resolved
            ? resolved.Value
            : _options.DefaultLimits;

    private static string Text(IReadOnlyDictionary<string, long> overrides) => overrides.Count == 0
        ? "none"
        : string.Join(", ", overrides.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} = {entry.Value}"));
}
