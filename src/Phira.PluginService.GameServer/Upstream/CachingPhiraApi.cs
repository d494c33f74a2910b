using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>
/// Remembers charts and records for a short time, so that a room that browses charts, a client that repeats itself or a plugin that looks
/// every chart up does not load the API. Identities are never remembered: a token may be revoked at any time. That a chart does not exist is
/// remembered for a shorter time; that a record does not exist is not, because the game asks for records that have just been made.
/// </summary>
internal sealed class CachingPhiraApi(PhiraApi api, IOptions<PhiraApiOptions> options, TimeProvider timeProvider) : IPhiraApi
{
    private readonly ExpiringCache<ChartDetails> _charts = CacheFor<ChartDetails>(options.Value, options.Value.CacheSecs, timeProvider);
    private readonly ExpiringCache<Error> _missingCharts = CacheFor<Error>(options.Value, options.Value.CacheMissingSecs, timeProvider);
    private readonly ExpiringCache<PlayRecord> _records = CacheFor<PlayRecord>(options.Value, options.Value.CacheSecs, timeProvider);
    private readonly SharedQuestions<ChartDetails> _chartQuestions = new();
    private readonly SharedQuestions<PlayRecord> _recordQuestions = new();

    public Task<Result<PhiraProfile>> GetProfileAsync(string token, CancellationToken cancellationToken) =>
        api.GetProfileAsync(token, cancellationToken);

    public async Task<Result<ChartDetails>> GetChartAsync(int id, CancellationToken cancellationToken)
    {
        if (_charts.Find(id) is { } known)
        {
            return known;
        }

        return _missingCharts.Find(id) is { } missing ? missing : await _chartQuestions.AskAsync(id, AskForChartAsync, cancellationToken);
    }

    public async Task<Result<PlayRecord>> GetRecordAsync(int id, CancellationToken cancellationToken) =>
        _records.Find(id) is { } known ? known : await _recordQuestions.AskAsync(id, AskForRecordAsync, cancellationToken);

    private async Task<Result<ChartDetails>> AskForChartAsync(int id)
    {
        var answer = await api.GetChartAsync(id, CancellationToken.None);
        if (answer.IsSuccess)
        {
            _charts.Add(id, answer.Value);
        }
        else if (answer.Error.Code == PhiraApiErrors.NotFound)
        {
            _missingCharts.Add(id, answer.Error);
        }

        return answer;
    }

    private async Task<Result<PlayRecord>> AskForRecordAsync(int id)
    {
        var answer = await api.GetRecordAsync(id, CancellationToken.None);
        if (answer.IsSuccess)
        {
            _records.Add(id, answer.Value);
        }

        return answer;
    }

    private static ExpiringCache<T> CacheFor<T>(PhiraApiOptions options, int seconds, TimeProvider timeProvider)
        where T : class => new(TimeSpan.FromSeconds(seconds), options.CacheEntries, timeProvider);
}
