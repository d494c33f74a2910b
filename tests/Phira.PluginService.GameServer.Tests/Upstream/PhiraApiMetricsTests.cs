using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.GameServer.Tests.Server;
using Phira.PluginService.GameServer.Upstream;

namespace Phira.PluginService.GameServer.Tests.Upstream;

public sealed class PhiraApiMetricsTests
{
    private static readonly string[] Kinds = ["account", "chart", "record"];
    private static readonly string[] Outcomes = ["ok", "not_found", "rejected", "unavailable", "bad_answer", "canceled"];

    [Fact]
    public async Task Requests_are_counted_by_outcome_and_timed_by_kind()
    {
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer = (_, _) => throw new InvalidOperationException("not asked yet");
        var services = new ServiceCollection().AddLogging().AddMetrics().AddPhiraApi();
        services.AddHttpClient(PhiraApi.ClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new FunctionHandler((request, cancellationToken) => answer(request, cancellationToken)));
        services.Configure<PhiraApiOptions>(options => options.Retries = 0);
        await using var provider = services.BuildServiceProvider();
        var api = provider.GetRequiredService<IPhiraApi>();
        using var numbers = new MeasuredNumbers(provider);
        Assert.Equal(
            Kinds.SelectMany(_ => Outcomes, (kind, outcome) => $"phira.api.requests {kind} {outcome}").Order(StringComparer.Ordinal),
            numbers.All.Where(number => number.Value == 0).Select(number => number.Key).Order(StringComparer.Ordinal));

        foreach (var status in (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.BadGateway])
        {
            answer = (_, _) => Task.FromResult(new HttpResponseMessage(status));
            await api.GetProfileAsync("token", CancellationToken.None);
        }

        answer = (_, _) => Task.FromResult(Json("not JSON"));
        await api.GetRecordAsync(9, CancellationToken.None);
        answer = (_, _) => Task.FromResult(Json("""{"id":7,"name":"x"}"""));
        await api.GetChartAsync(7, CancellationToken.None);
        await api.GetChartAsync(7, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        answer = async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return new HttpResponseMessage(HttpStatusCode.OK);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => api.GetProfileAsync("token", stop.Token));

        Assert.Equal(
            [
                "phira.api.request.duration account 4", "phira.api.request.duration chart 1", "phira.api.request.duration record 1",
                "phira.api.requests account canceled 1", "phira.api.requests account not_found 1", "phira.api.requests account rejected 1",
                "phira.api.requests account unavailable 1", "phira.api.requests chart ok 1", "phira.api.requests record bad_answer 1",
            ],
            numbers.All.Where(number => number.Value > 0).Select(number => $"{number.Key} {number.Value}").Order(StringComparer.Ordinal));
    }

    private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body) };
}
