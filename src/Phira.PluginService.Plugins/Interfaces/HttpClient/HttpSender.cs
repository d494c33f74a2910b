using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>
/// Sends the requests of one plugin. Each has a connection of its own, made to an address that was checked for it: nothing is shared
/// with other requests, so what one was allowed serves no other. No redirect is followed (the plugin sees it, and its next request is
/// checked like any other), and no cookie, proxy or credential of the host goes out.
/// </summary>
internal sealed class HttpSender(NetworkServices ports, HttpClientOptions options, ConnectionCount connections, PluginCounters counters)
{
    private static readonly string UserAgent =
        $"Phira.PluginService/{typeof(HttpSender).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "1"}";

    private readonly AddressGuard _guard = new(ports.Resolver);

    /// <summary>Settings of requests and answers, such as their greatest size.</summary>
    public HttpClientOptions Options => options;

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <param name="maximumConnections">The greatest number of requests under way at once.</param>
    public async Task<HostReply> SendAsync(
        OutboundRequest request, ImmutableArray<string>? hosts, long maximumConnections, CancellationToken cancellationToken)
    {
        if (!connections.TryEnter(maximumConnections))
        {
            return Exceeded(LimitNames.MaxNetworkConnections, maximumConnections);
        }

        try
        {
            var (addresses, range) = await _guard.FindAsync(request.Url, hosts, cancellationToken);
            if (range is not null)
            {
                return HostReply.Denied($"network: {request.Url.Host.Name} has a {range} address that the grant does not name");
            }

            return addresses.IsEmpty
                ? HostReply.Unavailable($"{request.Url.Host.Name} has no address")
                : await ExchangeAsync(request, addresses, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            var reason = exception is HttpRequestException { HttpRequestError: var error } ? $"{error}" : "the connection broke";
            return HostReply.Unavailable($"no answer came: {reason}");
        }
        finally
        {
            connections.Leave();
        }
    }

    private async Task<HostReply> ExchangeAsync(
        OutboundRequest request, ImmutableArray<IPAddress> addresses, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = async (context, token) => await ConnectAsync(addresses, context.DnsEndPoint.Port, token),
            MaxConnectionsPerServer = 1,
            UseCookies = false,
            UseProxy = false,
        };
        using var invoker = new HttpMessageInvoker(handler);
        using var message = Message(request);
        using var response = await invoker.SendAsync(message, cancellationToken);
        var body = await ReadAsync(response, cancellationToken);
        return body is null ? Exceeded(HttpClientOptions.ResponseBytesLimit, options.HttpResponseBytes) : ResponseWriter.Write(response, body);
    }

    private async Task<Stream> ConnectAsync(ImmutableArray<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        for (var next = 0; ; next++)
        {
            try
            {
                return await ports.Connector.ConnectAsync(addresses[next], port, cancellationToken);
            }
            catch (SocketException) when (next < addresses.Length - 1)
            {
                // The next address of the same answer was checked as well.
            }
        }
    }

    private static HttpRequestMessage Message(OutboundRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.Url.Uri);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                (message.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (!message.Headers.NonValidated.Contains("user-agent"))
        {
            message.Headers.TryAddWithoutValidation("user-agent", UserAgent);
        }

        return message;
    }

    private async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > options.HttpResponseBytes && response.RequestMessage?.Method != HttpMethod.Head)
        {
            return null;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            await body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            if (body.Length > options.HttpResponseBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    private HostReply Exceeded(string limit, long maximum)
    {
        counters.LimitHit(limit);
        return HostReply.QuotaExceeded($"{limit}: at most {maximum}");
    }
}
