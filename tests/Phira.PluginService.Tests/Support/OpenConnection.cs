using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Phira.PluginService.Connections;

namespace Phira.PluginService.Tests.Support;

/// <summary>A connection to the web server as its transport hands it on, from an address that this machine does not have.</summary>
internal sealed class OpenConnection : ConnectionContext
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _running;

    public OpenConnection(HttpConnectionLimiter limiter, IPAddress address)
    {
        RemoteEndPoint = new IPEndPoint(address, 40_000);
        _running = limiter.RunAsync(this, _ => _end.Task);
    }

    public bool IsAborted { get; private set; }

    public HttpConnection Feature => Features.Get<HttpConnection>()!;

    public override IDuplexPipe Transport { get; set; } = null!;

    public override string ConnectionId { get; set; } = Guid.NewGuid().ToString();

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override void Abort(ConnectionAbortedException abortReason) => IsAborted = true;

    public override async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _running;
        await base.DisposeAsync();
    }
}
