using System.Collections.Concurrent;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Keeps what a plugin store keeps, for the life of the test.</summary>
public sealed partial class InMemoryPluginStore : IPluginStore
{
    private readonly ConcurrentDictionary<PluginName, DesiredState> _desired = [];
    private readonly ConcurrentQueue<PluginTransition> _transitions = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<PluginName, List<ConfigRevision>> _configs = [];

    /// <summary>Raised after transitions were written.</summary>
    public event Action? Written;

    /// <summary>Raised when somebody asks for the desired states.</summary>
    public event Action? Asked;

    /// <summary>The failure of the next attempts to write a configuration; null when they succeed.</summary>
    public Exception? ConfigFailure { get; set; }

    /// <summary>Runs once, before the next configuration is written.</summary>
    public Func<Task>? Appending { get; set; }

    /// <summary>The failure of the next wishes of administrators; null while they are kept.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>Every transition so far, oldest first.</summary>
    public IReadOnlyList<PluginTransition> Transitions => [.. _transitions];

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<PluginName, DesiredState>> GetDesiredStatesAsync(CancellationToken cancellationToken)
    {
        Asked?.Invoke();
        return Task.FromResult<IReadOnlyDictionary<PluginName, DesiredState>>(new Dictionary<PluginName, DesiredState>(_desired));
    }

    /// <inheritdoc />
    public Task SetDesiredStateAsync(PluginName plugin, DesiredState state, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
        {
            return Task.FromException(Refusal);
        }

        _desired[plugin] = state;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task AppendTransitionsAsync(IReadOnlyList<PluginTransition> transitions, CancellationToken cancellationToken)
    {
        foreach (var transition in transitions)
        {
            _transitions.Enqueue(transition);
        }

        Written?.Invoke();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<PluginTransition>> GetTransitionsAsync(PluginName plugin, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PluginTransition>>(
            [.. _transitions.Where(transition => transition.Plugin == plugin).Reverse().Take(count)]);

    /// <inheritdoc />
    public Task<ConfigRevision?> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_configs.GetValueOrDefault(plugin)?.LastOrDefault());
        }
    }

    /// <inheritdoc />
    public async Task<Result<ConfigRevision>> AppendConfigAsync(
        PluginName plugin, int expectedRevision, string json, string author, CancellationToken cancellationToken)
    {
        if (ConfigFailure is { } failure)
        {
            throw failure;
        }

        if (Appending is { } appending)
        {
            Appending = null;
            await appending();
        }

        lock (_lock)
        {
            if (!_configs.TryGetValue(plugin, out var revisions))
            {
                _configs[plugin] = revisions = [];
            }

            if (revisions.Count != expectedRevision)
            {
                return new Error(ConfigRevisionErrors.ChangedMeanwhile, plugin.Value, $"{expectedRevision}", $"{revisions.Count}");
            }

            var revision = new ConfigRevision(plugin, revisions.Count + 1, json, author, DateTimeOffset.UnixEpoch);
            revisions.Add(revision);
            return revision;
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<ConfigRevision>> GetConfigHistoryAsync(PluginName plugin, int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ConfigRevision>>(
                [.. _configs.GetValueOrDefault(plugin, []).AsEnumerable().Reverse().Take(count)]);
        }
    }
}
