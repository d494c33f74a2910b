using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Phira.PluginService.EndToEnd;

/// <summary>A collector of OpenTelemetry that keeps what it gets, over real HTTP.</summary>
internal sealed class CollectorStandIn : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ConcurrentQueue<string> _logs = new();
    private readonly ConcurrentQueue<string> _metrics = new();
    private readonly ConcurrentQueue<string?> _teams = new();

    private CollectorStandIn(WebApplication server) => _server = server;

    public string Address => _server.Urls.Single();

    /// <summary>All traces so far. Texts are in the messages as they are.</summary>
    public string Traces => string.Join('\n', _traces);

    /// <summary>All entries of the log so far. Ids are in the messages as bytes.</summary>
    public string Logs => string.Join('\n', _logs);

    /// <summary>All measurements so far. Texts are in the messages as they are.</summary>
    public string Metrics => string.Join('\n', _metrics);

    /// <summary>The values of the header <c>X-Team</c> of all messages so far; null for a message without it.</summary>
    public IReadOnlyCollection<string?> Teams => _teams;

    public static async Task<CollectorStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        var standIn = new CollectorStandIn(builder.Build());
        standIn._server.Run(standIn.CollectAsync);
        await standIn._server.StartAsync(TestContext.Current.CancellationToken);
        return standIn;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task CollectAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        var message = await reader.ReadToEndAsync(context.RequestAborted);
        if (context.Request.Path == "/v1/traces")
        {
            _traces.Enqueue(message);
        }
        else if (context.Request.Path == "/v1/logs")
        {
            _logs.Enqueue(message);
        }
        else if (context.Request.Path == "/v1/metrics")
        {
            _metrics.Enqueue(message);
        }

        _teams.Enqueue(context.Request.Headers["X-Team"]);

        context.Response.ContentType = "application/x-protobuf";
    }
}
