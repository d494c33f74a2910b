using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Phira.PluginService.Simulation.Api;

/// <summary>
/// An HTTP server on loopback that answers the requests the game server makes to the Phira API. Accounts, charts and records
/// are added while it runs; each resource can be disturbed.
/// </summary>
public sealed class PhiraApiStandIn : IAsyncDisposable
{
    private const int RecordCapacity = 4096;
    private const string BearerPrefix = "Bearer ";

    private readonly WebApplication _server;
    private readonly TimeProvider _timeProvider;
    private readonly ConcurrentDictionary<string, PhiraAccount> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, PhiraChart> _charts = new();
    private readonly RecordStore _records = new(RecordCapacity);
    private readonly ConcurrentDictionary<ApiResource, Disturbance> _disturbances = new();
    private readonly ConcurrentDictionary<ApiResource, int> _requests = new();

    private PhiraApiStandIn(WebApplication server, TimeProvider timeProvider)
    {
        _server = server;
        _timeProvider = timeProvider;
        server.MapGet("/me", context => AnswerAsync(context, ApiResource.Me, FindAccount, ApiAnswer.WriteAsync, StatusCodes.Status401Unauthorized));
        server.MapGet("/chart/{id:int}", context => AnswerAsync(context, ApiResource.Chart, FindChart, ApiAnswer.WriteAsync));
        server.MapGet("/record/{id:int}", context => AnswerAsync(context, ApiResource.Record, FindRecord, ApiAnswer.WriteAsync));
    }

    /// <summary>The address it listens on: 127.0.0.1 and a port that was free.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>Starts listening.</summary>
    /// <param name="timeProvider">Time for delays; null for the system's.</param>
    public static async Task<PhiraApiStandIn> StartAsync(TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        // Empty: whatever configures the process it runs in must not configure the stand-in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        var standIn = new PhiraApiStandIn(builder.Build(), timeProvider ?? TimeProvider.System);
        await standIn._server.StartAsync(cancellationToken);
        standIn.BaseAddress = new Uri(standIn._server.Urls.Single());
        return standIn;
    }

    /// <summary>Adds an account, or replaces the one with this token.</summary>
    public void AddAccount(PhiraAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        _accounts[account.Token] = account;
    }

    /// <summary>Adds a chart, or replaces the one with this id.</summary>
    public void AddChart(PhiraChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        _charts[chart.Id] = chart;
    }

    /// <summary>Adds a record, as an upload does. The oldest records are forgotten when there are more than some thousand.</summary>
    /// <param name="record">The record; with the id 0 it gets the next free one.</param>
    /// <returns>The id.</returns>
    public int AddRecord(PhiraRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _records.Add(record).Id;
    }

    /// <summary>
    /// Makes the ids of new records begin after one that was given out before. A server accepts a record once, also after a restart, and the stand-in
    /// forgets its records when it ends.
    /// </summary>
    /// <param name="id">The greatest id that may not be given out again.</param>
    public void ContinueRecordsAfter(int id) => _records.ContinueAfter(id);

    /// <summary>Makes requests for a resource go wrong until further notice.</summary>
    /// <param name="disturbance">The disturbance; null for none.</param>
    public void Disturb(ApiResource resource, Disturbance? disturbance)
    {
        if (disturbance is null)
        {
            _disturbances.TryRemove(resource, out _);
        }
        else
        {
            _disturbances[resource] = disturbance;
        }
    }

    /// <summary>The number of requests for a resource, disturbed ones included.</summary>
    public int CountRequests(ApiResource resource) => _requests.GetValueOrDefault(resource);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync<T>(
        HttpContext context,
        ApiResource resource,
        Func<HttpContext, T?> find,
        Func<HttpContext, T, Task> write,
        int missing = StatusCodes.Status404NotFound)
        where T : class
    {
        _requests.AddOrUpdate(resource, 1, (_, count) => count + 1);
        if (_disturbances.TryGetValue(resource, out var disturbance) && !await DisturbAsync(context, disturbance))
        {
            return;
        }

        if (find(context) is { } found)
        {
            await write(context, found);
        }
        else
        {
            context.Response.StatusCode = missing;
        }
    }

    /// <returns>Whether the request is to be answered normally after all.</returns>
    private async Task<bool> DisturbAsync(HttpContext context, Disturbance disturbance)
    {
        await Task.Delay(disturbance.Delay, _timeProvider, context.RequestAborted);
        if (disturbance.Until is { } until)
        {
            await until.WaitAsync(context.RequestAborted);
        }

        if (disturbance.Broken)
        {
            context.Abort();
            return false;
        }

        if (disturbance.Garbled)
        {
            await context.Response.WriteAsync("{\"id\":", context.RequestAborted);
            return false;
        }

        context.Response.StatusCode = disturbance.Status ?? StatusCodes.Status200OK;
        return disturbance.Status is null;
    }

    private PhiraAccount? FindAccount(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        return authorization.StartsWith(BearerPrefix, StringComparison.Ordinal)
            ? _accounts.GetValueOrDefault(authorization[BearerPrefix.Length..])
            : null;
    }

    private PhiraChart? FindChart(HttpContext context) => _charts.GetValueOrDefault(Id(context));

    private PhiraRecord? FindRecord(HttpContext context) => _records.Find(Id(context));

    private static int Id(HttpContext context) => int.Parse((string)context.Request.RouteValues["id"]!);
}
