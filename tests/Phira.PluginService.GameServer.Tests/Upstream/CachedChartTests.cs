using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.GameServer.Upstream;

namespace Phira.PluginService.GameServer.Tests.Upstream;

/// <summary>The number of requests to the API for a chart.</summary>
public sealed class CachedChartTests : IDisposable
{
    private readonly PausesAtOnce _clock = new();
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ServiceProvider _services;
    private int _asked;

    public CachedChartTests()
    {
        var services = new ServiceCollection().AddLogging().AddMetrics().AddSingleton<TimeProvider>(_clock).AddPhiraApi();
        services.Configure<PhiraApiOptions>(options => (options.CacheSecs, options.CacheMissingSecs) = (60, 10));
        services.AddHttpClient(PhiraApi.ClientName).ConfigurePrimaryHttpMessageHandler(() => new FunctionHandler(AnswerAsync));
        _services = services.BuildServiceProvider();
    }

    private IPhiraApi Api => _services.GetRequiredService<IPhiraApi>();

    [Fact]
    public async Task Those_who_ask_at_the_same_time_wait_for_one_question()
    {
        var answers = Enumerable.Range(0, 50).Select(_ => Api.GetChartAsync(9, CancellationToken.None)).ToList();
        _release.SetResult();

        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal("chart 9", answer.Value!.Chart.Name));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_question()
    {
        using var impatient = new CancellationTokenSource();
        var (given, patient) = (Api.GetChartAsync(9, impatient.Token), Api.GetChartAsync(9, CancellationToken.None));

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        _release.SetResult();

        Assert.True((await patient).IsSuccess);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task The_answer_of_a_question_that_nobody_waits_for_any_more_is_remembered()
    {
        using var impatient = new CancellationTokenSource();
        var given = Api.GetChartAsync(9, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        _release.SetResult();

        Assert.True((await Api.GetChartAsync(9, CancellationToken.None)).IsSuccess);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_chart_is_remembered_for_its_time()
    {
        _release.SetResult();
        await Api.GetChartAsync(9, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(59));
        await Api.GetChartAsync(9, CancellationToken.None);
        Assert.Equal(1, _asked);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await Api.GetChartAsync(9, CancellationToken.None);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task That_there_is_no_such_chart_is_remembered_for_a_shorter_time()
    {
        _release.SetResult();
        await AssertMissingAsync();
        _clock.Advance(TimeSpan.FromSeconds(9));
        await AssertMissingAsync();
        Assert.Equal(1, _asked);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await AssertMissingAsync();
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task That_the_API_cannot_answer_is_not_remembered()
    {
        _release.SetResult();

        Assert.Equal(PhiraApiErrors.Rejected, (await Api.GetChartAsync(403, CancellationToken.None)).Error!.Code);
        Assert.Equal(PhiraApiErrors.Rejected, (await Api.GetChartAsync(403, CancellationToken.None)).Error!.Code);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task That_there_is_no_such_record_is_not_remembered()
    {
        _release.SetResult();

        Assert.Equal(PhiraApiErrors.NotFound, (await Api.GetRecordAsync(404, CancellationToken.None)).Error!.Code);
        Assert.Equal(PhiraApiErrors.NotFound, (await Api.GetRecordAsync(404, CancellationToken.None)).Error!.Code);
        Assert.Equal(2, _asked);
    }

    public void Dispose() => _services.Dispose();

    private async Task AssertMissingAsync() =>
        Assert.Equal(PhiraApiErrors.NotFound, (await Api.GetChartAsync(404, CancellationToken.None)).Error!.Code);

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        await _release.Task.WaitAsync(cancellationToken);
        var id = request.RequestUri!.Segments[^1];
        return id switch
        {
            "404" => new HttpResponseMessage(HttpStatusCode.NotFound),
            "403" => new HttpResponseMessage(HttpStatusCode.Forbidden),
            _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"id":{{id}},"name":"chart {{id}}"}""") },
        };
    }
}
