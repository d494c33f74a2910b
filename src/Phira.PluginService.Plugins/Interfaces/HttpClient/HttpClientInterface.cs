using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>The interface <c>http-client</c>.</summary>
internal static class HttpClientInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "http-client",
        new HostFunction("send", Send));

    private static HostReply Send(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (context.Permissions.Granted(PermissionNames.Network) is not { } grant)
        {
            return context.Permissions.Deny(PermissionNames.Network);
        }

        if (RequestReader.Read(arguments[0], context, out var refusal) is not { } request)
        {
            return refusal;
        }

        if (context.Permissions.Use(PermissionNames.Network, new PermissionTarget { Host = request.Url.Host }) is { } denied)
        {
            return denied;
        }

        var timeout = arguments[0].Field("timeout-ms") is { IsSome: true, Payload: { } milliseconds }
            ? TimeSpan.FromMilliseconds(milliseconds.AsU32())
            : Timeout.InfiniteTimeSpan;
        return HostWait.TryWait(context, token => SendAsync(context, request, grant, timeout, token), out var reply)
            ? reply
            : HostReply.Unavailable("no answer came within this call's time");
    }

    private static async Task<HostReply> SendAsync(
        HostContext context, OutboundRequest request, PermissionRequest grant, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var own = timeout == Timeout.InfiniteTimeSpan
            ? new CancellationTokenSource()
            : new CancellationTokenSource(timeout, context.Services.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        try
        {
            return await context.Http.SendAsync(request, grant.Hosts, context.Limits.Current.MaxNetworkConnections, both.Token);
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            return HostReply.Unavailable("no answer came within timeout-ms");
        }
    }
}
