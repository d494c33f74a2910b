using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Phira.PluginService.RuntimeCases.Tests.Service;

/// <summary>
/// Two web servers of this machine: one that a plugin may be allowed to ask, and one that no plugin may reach, however it spells the
/// address.
/// </summary>
internal sealed class Neighbourhood : IAsyncDisposable
{
    private WebApplication _open = null!;
    private WebApplication _forbidden = null!;
    private int _intrusions;

    public int OpenPort { get; private set; }

    public int ForbiddenPort { get; private set; }

    /// <summary>Number of requests or connections that the forbidden server has seen.</summary>
    public int Intrusions => Volatile.Read(ref _intrusions);

    public async Task StartAsync()
    {
        _forbidden = Create(onConnection: () => Interlocked.Increment(ref _intrusions));
        _forbidden.MapFallback(() => "secret");
        ForbiddenPort = await StartAsync(_forbidden);
        _open = Create(onConnection: () => { });
        _open.MapGet("/redirect", () => Results.Redirect($"http://127.0.0.1:{ForbiddenPort}/"));
        _open.MapGet("/loop", () => Results.Redirect("/loop"));
        _open.MapGet("/endless", SendEndlesslyAsync);
        _open.MapFallback(() => "open");
        OpenPort = await StartAsync(_open);
    }

    public async ValueTask DisposeAsync()
    {
        await _open.DisposeAsync();
        await _forbidden.DisposeAsync();
    }

    private static WebApplication Create(Action onConnection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Use(next => connection =>
        {
            onConnection();
            return next(connection);
        })));
        return builder.Build();
    }

    private static async Task<int> StartAsync(WebApplication app)
    {
        await app.StartAsync();
        return int.Parse(app.Urls.Single().Split(':')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task SendEndlesslyAsync(HttpContext context)
    {
        var block = new byte[64 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
        }
    }
}
