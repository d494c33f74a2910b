using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.Core.Telemetry;
using Phira.PluginService.Http;
using Phira.PluginService.Telemetry;

namespace Phira.PluginService.Connections;

/// <summary>
/// Bounds the TCP connections of the web server, in total and for each address. When there is no place left, the oldest connection that
/// has shown no token gives way: half-open requests cannot keep an administrator out.
/// </summary>
internal sealed partial class HttpConnectionLimiter
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(1);

    private readonly int _maximum;
    private readonly IPNetwork[] _proxies;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<HttpConnectionLimiter> _logger;
    private readonly LabelledCounter<string> _closed;

    private readonly Lock _lock = new();
    private readonly LinkedList<HttpConnection> _oldestFirst = [];
    private readonly AddressCounts _perClient;
    private long? _loggedAt;

    public HttpConnectionLimiter(IOptions<HttpOptions> options, TimeProvider timeProvider, IMeterFactory meters, ILogger<HttpConnectionLimiter> logger)
    {
        _maximum = options.Value.MaxConnections;
        _perClient = new AddressCounts(options.Value.MaxConnectionsPerAddress);
        _proxies = [.. options.Value.TrustedProxies.Select(NetworkText.Parse)];
        _timeProvider = timeProvider;
        _logger = logger;
        _closed = new(
            meters.Create(ServiceMetrics.MeterName),
            "phira.http.connections.closed",
            "{connection}",
            "Connections closed because there were too many, by limit: total or address.",
            limit => [new("limit", limit)],
            ["total", "address"]);
    }

    /// <summary>Runs a connection while it has a place.</summary>
    public async Task RunAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var address = (context.RemoteEndPoint as IPEndPoint)?.Address;
        var connection = new HttpConnection(
            ClientAddress.KeyOf(address), () => context.Abort(new ConnectionAbortedException("There are too many connections.")));
        if (!TryEnter(connection))
        {
            connection.Abort();
            return;
        }

        try
        {
            context.Features.Set(connection);
            await next(context);
        }
        finally
        {
            lock (_lock)
            {
                Remove(connection);
            }
        }
    }

    private bool TryEnter(HttpConnection connection)
    {
        List<HttpConnection> displaced = [];
        bool entered;
        lock (_lock)
        {
            entered = TryMakeRoom(connection, displaced);
            if (entered)
            {
                _oldestFirst.AddLast(connection);
                _perClient.Enter(connection.Client);
            }
        }

        foreach (var other in displaced)
        {
            other.Abort();
        }

        return entered;
    }

    private bool TryMakeRoom(HttpConnection connection, List<HttpConnection> displaced)
    {
        if (!IsExempt(connection.Client)
            && !_perClient.HasPlace(connection.Client)
            && !TryDisplace(other => other.Client.Equals(connection.Client), "address", connection, displaced))
        {
            return false;
        }

        return _oldestFirst.Count < _maximum || TryDisplace(_ => true, "total", connection, displaced);
    }

    private bool TryDisplace(Func<HttpConnection, bool> isCandidate, string limit, HttpConnection newcomer, List<HttpConnection> displaced)
    {
        _closed.Add(limit);
        LogNowAndThen(newcomer.Client);
        var oldest = _oldestFirst.FirstOrDefault(other => !other.IsProven && isCandidate(other));
        if (oldest is null)
        {
            return false;
        }

        Remove(oldest);
        displaced.Add(oldest);
        return true;
    }

    private void Remove(HttpConnection connection)
    {
        // One that was displaced is not there any more when it ends.
        if (_oldestFirst.Remove(connection))
        {
            _perClient.Leave(connection.Client);
        }
    }

    // Programs on this machine and proxies connect for many clients.
    private bool IsExempt(IPAddress client) => IPAddress.IsLoopback(client) || Array.Exists(_proxies, network => network.Contains(client));

    // A client that opens thousands of connections must not fill the log as well.
    private void LogNowAndThen(IPAddress client)
    {
        var now = _timeProvider.GetTimestamp();
        if (_loggedAt is { } last && _timeProvider.GetElapsedTime(last, now) < LogInterval)
        {
            return;
        }

        _loggedAt = now;
        Log.Full(_logger, _oldestFirst.Count, client);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1210,
            LogLevel.Warning,
            "Too many HTTP connections ({Count} open; the latest comes from {Address}): the oldest ones without a token are closed. "
                + "The limits are [http] max_connections and max_connections_per_address; this is logged once a minute at most")]
        public static partial void Full(ILogger logger, int count, IPAddress address);
    }
}
