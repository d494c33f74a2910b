using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>
/// Remembers charts and records for a short time, so that a room that browses charts, or a client that repeats itself,
/// does not load the API. Identities are never remembered: a token may be revoked at any time.
/// </summary>
internal sealed class CachingPhiraApi(PhiraApi api, IOptions<PhiraApiOptions> options, TimeProvider timeProvider) : IPhiraApi
{
    private readonly ExpiringCache<ChartSnapshot> _charts = CacheFor<ChartSnapshot>(options.Value, timeProvider);
    private readonly ExpiringCache<PlayRecord> _records = CacheFor<PlayRecord>(options.Value, timeProvider);

    public Task<Result<PhiraProfile>> GetProfileAsync(string token, CancellationToken cancellationToken) =>
        api.GetProfileAsync(token, cancellationToken);

    public Task<Result<ChartSnapshot>> GetChartAsync(int id, CancellationToken cancellationToken) =>
        GetAsync(_charts, id, api.GetChartAsync, cancellationToken);

    public Task<Result<PlayRecord>> GetRecordAsync(int id, CancellationToken cancellationToken) =>
        GetAsync(_records, id, api.GetRecordAsync, cancellationToken);

    private static async Task<Result<T>> GetAsync<T>(
        ExpiringCache<T> cache, int id, Func<int, CancellationToken, Task<Result<T>>> ask, CancellationToken cancellationToken)
        where T : class
    {
        if (cache.Find(id) is { } known)
        {
            return known;
        }

        var answer = await ask(id, cancellationToken);
        if (answer.IsSuccess)
        {
            cache.Add(id, answer.Value);
        }

        return answer;
    }

    private static ExpiringCache<T> CacheFor<T>(PhiraApiOptions options, TimeProvider timeProvider)
        where T : class => new(TimeSpan.FromSeconds(options.CacheSecs), options.CacheEntries, timeProvider);
}
