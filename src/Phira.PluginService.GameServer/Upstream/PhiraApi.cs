using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Polly;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>Asks the Phira HTTP API. Time limits, retries and the circuit breaker are in the named client's pipeline.</summary>
internal sealed partial class PhiraApi(
    IHttpClientFactory clients, IOptions<PhiraApiOptions> options, PhiraApiMetrics metrics, TimeProvider timeProvider, ILogger<PhiraApi> logger) : IPhiraApi
{
    public const string ClientName = "phira-api";

    // The message may quote what the other end sent.
    private const int MaxReason = 500;

    private readonly Uri _base = new(options.Value.BaseUrl.TrimEnd('/') + "/");

    public Task<Result<PhiraProfile>> GetProfileAsync(string token, CancellationToken cancellationToken) =>
        MeasureAsync(PhiraApiRequest.Account, "me", "account", PhiraJson.ReadProfile, new AuthenticationHeaderValue("Bearer", token), cancellationToken);

    public Task<Result<ChartDetails>> GetChartAsync(int id, CancellationToken cancellationToken) =>
        MeasureAsync(PhiraApiRequest.Chart, $"chart/{id}", $"chart {id}", PhiraJson.ReadChart, authorization: null, cancellationToken);

    public Task<Result<PlayRecord>> GetRecordAsync(int id, CancellationToken cancellationToken) =>
        MeasureAsync(PhiraApiRequest.Record, $"record/{id}", $"record {id}", root => PhiraJson.ReadRecord(root, id), authorization: null, cancellationToken);

    private async Task<Result<T>> MeasureAsync<T>(
        PhiraApiRequest kind,
        string path,
        string what,
        Func<JsonElement, T?> read,
        AuthenticationHeaderValue? authorization,
        CancellationToken cancellationToken)
        where T : class
    {
        var started = timeProvider.GetTimestamp();
        var outcome = PhiraApiOutcome.Canceled;
        try
        {
            var answer = await AskAsync(path, what, read, authorization, cancellationToken);
            outcome = answer.IsSuccess ? PhiraApiOutcome.Ok : OutcomeOf(answer.Error.Code);
            return answer;
        }
        finally
        {
            metrics.Record(kind, outcome, timeProvider.GetElapsedTime(started));
        }
    }

    private async Task<Result<T>> AskAsync<T>(
        string path, string what, Func<JsonElement, T?> read, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_base, path));
            request.Headers.Authorization = authorization;
            using var response = await client.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                Log.Status(logger, what, (int)response.StatusCode);
                return new Error(CodeOf(response.StatusCode), what);
            }

            return await ReadAsync(response, what, read, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or ExecutionRejectedException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NoAnswer(logger, what, exception.GetType().Name, ExternalText.Line(exception.Message, MaxReason));
            return new Error(PhiraApiErrors.Unavailable, what);
        }
    }

    private async Task<Result<T>> ReadAsync<T>(
        HttpResponseMessage response, string what, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        string problem;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            if (read(json.RootElement) is { } value)
            {
                return value;
            }

            problem = "A field is missing or has another type.";
        }
        catch (JsonException exception)
        {
            problem = exception.Message;
        }

        Log.Unreadable(logger, what, response.Content.Headers.ContentType?.MediaType ?? "no content type", problem);
        return new Error(PhiraApiErrors.BadAnswer, what);
    }

    private static PhiraApiOutcome OutcomeOf(ErrorCode code) => code switch
    {
        _ when code == PhiraApiErrors.NotFound => PhiraApiOutcome.NotFound,
        _ when code == PhiraApiErrors.Rejected => PhiraApiOutcome.Rejected,
        _ when code == PhiraApiErrors.BadAnswer => PhiraApiOutcome.BadAnswer,
        _ => PhiraApiOutcome.Unavailable,
    };

    private static ErrorCode CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => PhiraApiErrors.NotFound,
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout => PhiraApiErrors.Unavailable,
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => PhiraApiErrors.Rejected,
        _ => PhiraApiErrors.Unavailable,
    };

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "The Phira API answered the request for {What} with status {Status}")]
        public static partial void Status(ILogger logger, string what, int status);

        [LoggerMessage(2002, LogLevel.Warning, "The Phira API's answer for {What} ({ContentType}) cannot be read: {Problem} Check [phira_api] base_url, and whether a proxy or a login page answers in its place.")]
        public static partial void Unreadable(ILogger logger, string what, string contentType, string problem);

        [LoggerMessage(2003, LogLevel.Warning, "The Phira API did not answer the request for {What}: {Failure}: {Reason}")]
        public static partial void NoAnswer(ILogger logger, string what, string failure, string reason);
    }
}
