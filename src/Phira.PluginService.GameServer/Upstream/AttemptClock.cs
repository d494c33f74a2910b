namespace Phira.PluginService.GameServer.Upstream;

/// <summary>Notes on a request when its latest attempt began. Sits inside of the pipeline that repeats attempts.</summary>
internal sealed class AttemptClock(TimeProvider timeProvider) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<long> BegunAt = new("phira-api.attempt-begun-at");

    /// <returns>False also for a request that no attempt was made for.</returns>
    public static bool HasBegunWithin(TimeSpan age, HttpRequestMessage? request, TimeProvider timeProvider) =>
        request is not null && request.Options.TryGetValue(BegunAt, out var begunAt) && timeProvider.GetElapsedTime(begunAt) < age;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(BegunAt, timeProvider.GetTimestamp());
        return base.SendAsync(request, cancellationToken);
    }
}
