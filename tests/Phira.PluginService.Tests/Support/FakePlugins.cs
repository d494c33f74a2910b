using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Tests.Support;

/// <summary>A plugin manager, store and log that hold whatever a test puts into them and record what is asked of them.</summary>
internal sealed class FakePlugins : IPluginManager, IPluginStore, IPluginLog
{
    private readonly TaskCompletionSource _faultRaised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _nextFault;

    public event Action<PluginSnapshot>? Changed;

    public List<PluginSnapshot> Plugins { get; } = [];

    public List<(PluginName Plugin, PluginOperation Operation, ChangeCause Cause)> Operations { get; } = [];

    public List<bool> Cascades { get; } = [];

    public List<(PluginName Plugin, string Json, int? Expected, ChangeCause Cause)> ConfigChanges { get; } = [];

    public List<ConfigRevision> Revisions { get; } = [];

    public List<(string Plugin, int Revision, int? Expected)> Restorations { get; } = [];

    public List<PluginTransition> Transitions { get; } = [];

    public List<PluginLogLine> LogLines { get; } = [];

    public List<PluginLogQuery> LogQueries { get; } = [];

    public PluginConfig? Config { get; set; }

    public Error? Refusal { get; set; }

    public Exception? Fault { get; set; }

    public bool IsReady { get; set; } = true;

    public static PluginSnapshot Snapshot(string name, PluginState state = PluginState.Running) => new()
    {
        Name = PluginName.Parse(name),
        State = state,
        Version = "1.2.3",
        Health = new PluginHealth(HealthStatus.Healthy, []),
        Usage = new PluginUsage(),
        ChangedAt = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
    };

    public void Raise(PluginSnapshot plugin) => Changed?.Invoke(plugin);

    /// <summary>Completes when the fault of <see cref="FaultOnce"/> was raised.</summary>
    public Task FaultRaised => _faultRaised.Task;

    public void FaultOnce(Exception fault) => _nextFault = fault;

    public IReadOnlyList<PluginSnapshot> List()
    {
        if (Interlocked.Exchange(ref _nextFault, null) is { } next)
        {
            _faultRaised.SetResult();
            throw next;
        }

        return Fault is null ? [.. Plugins] : throw Fault;
    }

    public PluginSnapshot? Find(PluginName plugin) => Plugins.Find(candidate => candidate.Name == plugin);

    public Task<Result<PluginSnapshot>> ExecuteAsync(
        PluginName plugin, PluginOperation operation, bool cascade, ChangeCause cause, CancellationToken cancellationToken)
    {
        Operations.Add((plugin, operation, cause));
        Cascades.Add(cascade);
        return Task.FromResult<Result<PluginSnapshot>>(
            Refusal is not null ? Refusal
            : Find(plugin) is { } snapshot ? snapshot
            : new Error(PluginErrors.NotFound, plugin.Value));
    }

    public List<ChangeCause> Rescans { get; } = [];

    public Task<Result<IReadOnlyList<PluginSnapshot>>> RescanAsync(ChangeCause cause, CancellationToken cancellationToken)
    {
        Rescans.Add(cause);
        return Task.FromResult<Result<IReadOnlyList<PluginSnapshot>>>(Refusal is null ? (PluginSnapshot[])[.. List()] : Refusal);
    }

    public Task<Result<PluginConfig>> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Task.FromResult<Result<PluginConfig>>(Config is null ? new Error(PluginErrors.NotFound, plugin.Value) : Config);

    public Task<Result<PluginConfig>> SetConfigAsync(
        PluginName plugin, string valuesJson, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken)
    {
        ConfigChanges.Add((plugin, valuesJson, expectedRevision, cause));
        if (Refusal is not null)
        {
            return Task.FromResult<Result<PluginConfig>>(Refusal);
        }

        Config = Config! with { Revision = Config.Revision + 1, ValuesJson = valuesJson };
        return Task.FromResult<Result<PluginConfig>>(Config);
    }

    public Task<Result<PluginConfig>> RestoreConfigAsync(
        PluginName plugin, int revision, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken)
    {
        Restorations.Add((plugin.Value, revision, expectedRevision));
        return SetConfigAsync(plugin, Config?.ValuesJson ?? "{}", expectedRevision, cause, cancellationToken);
    }

    public Task<IReadOnlyList<PluginTransition>> GetTransitionsAsync(PluginName plugin, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PluginTransition>>([.. Transitions.Where(transition => transition.Plugin == plugin).Take(count)]);

    public IReadOnlyList<PluginLogLine> Read(PluginName plugin, int count) => [.. LogLines.TakeLast(count)];

    public Task<PluginLogPage> SearchAsync(PluginName plugin, PluginLogQuery query, CancellationToken cancellationToken)
    {
        LogQueries.Add(query);
        List<PluginLogLine> found = [.. LogLines.Where(query.Matches).TakeLast(query.Count)];
        return Task.FromResult(new PluginLogPage(found, found is [{ Number: > 1 } first, ..] ? first.Number : null));
    }

    public IAsyncEnumerable<PluginLogLine> ReadAllAsync(PluginName plugin, CancellationToken cancellationToken) => LogLines.ToAsyncEnumerable();

    public Task<IReadOnlyDictionary<PluginName, DesiredState>> GetDesiredStatesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PluginName, DesiredState>>(ImmutableDictionary<PluginName, DesiredState>.Empty);

    public Task SetDesiredStateAsync(PluginName plugin, DesiredState state, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The HTTP API does not write the store.");

    public Task AppendTransitionsAsync(IReadOnlyList<PluginTransition> transitions, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The HTTP API does not write the store.");

    Task<ConfigRevision?> IPluginStore.GetConfigAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Task.FromResult<ConfigRevision?>(null);

    public Task<Result<ConfigRevision>> AppendConfigAsync(
        PluginName plugin, int expectedRevision, string json, string author, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The HTTP API does not write the store.");

    public Task<IReadOnlyList<ConfigRevision>> GetConfigHistoryAsync(PluginName plugin, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConfigRevision>>([.. Revisions.Take(count)]);

    public Task<IReadOnlyList<Quarantine>> GetQuarantinesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Quarantine>>([]);

    public Task SetQuarantineAsync(Quarantine quarantine, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The HTTP API does not write the store.");

    public Task RemoveQuarantineAsync(PluginName plugin, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The HTTP API does not write the store.");

    public Task<IReadOnlyDictionary<string, long>> GetLimitOverridesAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(ImmutableDictionary<string, long>.Empty);

    public Task SetLimitOverridesAsync(
        PluginName plugin, IReadOnlyDictionary<string, long> overrides, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The HTTP API does not write the store.");
}
