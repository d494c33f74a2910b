using System.Text;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Keeps what plugins keep, until the test ends.</summary>
public sealed class InMemoryPluginData(TimeProvider time) : IPluginDataStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Plugin, string Key), (PluginValue Value, DateTimeOffset? ExpiresAt)> _values = new(ByBytes.Instance);

    public Task<PluginValue?> GetAsync(PluginName plugin, string key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Find(plugin, key));
        }
    }

    public Task<Result> SetAsync(
        PluginName plugin,
        string key,
        PluginValue value,
        DateTimeOffset? expiresAt,
        long quotaBytes,
        CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Put(plugin, key, value, expiresAt, quotaBytes));
        }
    }

    public Task<bool> DeleteAsync(PluginName plugin, string key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Find(plugin, key) is not null && _values.Remove((plugin.Value, key)));
        }
    }

    public Task<IReadOnlyList<string>> ListAsync(
        PluginName plugin, string prefix, string? after, int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<string>>(
            [
                .. Living(plugin)
                    .Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && (after is null || ByBytes.Compare(key, after) > 0))
                    .Take(count),
            ]);
        }
    }

    public Task<Result<bool>> CompareAndSetAsync(
        PluginName plugin, string key, string? expected, string? value, long quotaBytes, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var present = Find(plugin, key);
            var matches = expected is null
                ? present is null
                : present is { IsText: true } && Encoding.UTF8.GetString(present.Bytes.Span) == expected;
            if (!matches)
            {
                return Task.FromResult<Result<bool>>(false);
            }

            if (value is null)
            {
                _values.Remove((plugin.Value, key));
                return Task.FromResult<Result<bool>>(true);
            }

            var put = Put(plugin, key, new PluginValue(Encoding.UTF8.GetBytes(value), IsText: true), null, quotaBytes);
            return Task.FromResult<Result<bool>>(put.IsSuccess ? true : put.Error);
        }
    }

    private static long Size(string key, PluginValue value) => Encoding.UTF8.GetByteCount(key) + value.Bytes.Length;

    private PluginValue? Find(PluginName plugin, string key) =>
        _values.TryGetValue((plugin.Value, key), out var entry) && !(entry.ExpiresAt <= time.GetUtcNow()) ? entry.Value : null;

    private IEnumerable<string> Living(PluginName plugin) =>
        _values.Keys.Where(entry => entry.Plugin == plugin.Value && Find(plugin, entry.Key) is not null).Select(entry => entry.Key);

    private Result Put(PluginName plugin, string key, PluginValue value, DateTimeOffset? expiresAt, long quotaBytes)
    {
        var size = Living(plugin).Where(other => other != key).Sum(other => Size(other, Find(plugin, other)!)) + Size(key, value);
        if (size > quotaBytes)
        {
            return new Error(PluginDataErrors.QuotaExceeded, $"{size}", $"{quotaBytes}");
        }

        _values[(plugin.Value, key)] = (value, expiresAt);
        return Result.Success;
    }

    private sealed class ByBytes : IComparer<(string Plugin, string Key)>
    {
        public static ByBytes Instance { get; } = new();

        public static int Compare(string one, string other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));

        public int Compare((string Plugin, string Key) x, (string Plugin, string Key) y) =>
            string.CompareOrdinal(x.Plugin, y.Plugin) is var plugins and not 0 ? plugins : Compare(x.Key, y.Key);
    }
}
