using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>The functions of <c>http-client</c> for one instance.</summary>
internal sealed class HttpClientFunctions(HostContext context, EffectiveLimits limits, HttpSender sender)
{
    public HostReply Send(ReadOnlySpan<ComponentValue> arguments)
    {
        if (context.Permissions.Granted(PermissionNames.Network) is not { } grant)
        {
            return context.Permissions.Deny(PermissionNames.Network);
        }

        if (RequestReader.Read(arguments[0], context, sender.Options, out var refusal) is not { } request)
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
        return HostWait.TryWait(context, token => SendAsync(request, grant, timeout, token), out var reply)
            ? reply
            : HostReply.Unavailable("no answer came within this call's time");
    }

    private async Task<HostReply> SendAsync(
        OutboundRequest request, PermissionRequest grant, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var own = timeout == Timeout.InfiniteTimeSpan
            ? new CancellationTokenSource()
            : new CancellationTokenSource(timeout, context.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        try
        {
            return await sender.SendAsync(request, grant.Hosts, limits.Current.MaxNetworkConnections, both.Token);
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            return HostReply.Unavailable("no answer came within timeout-ms");
        }
    }
}
