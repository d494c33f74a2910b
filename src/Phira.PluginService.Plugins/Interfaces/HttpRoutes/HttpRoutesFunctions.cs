using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>The functions of <c>http-routes</c> for one instance.</summary>
internal sealed class HttpRoutesFunctions(HostContext context, InstanceRoutes routes, RouteRegistry registry) : IPublication, IGrantObserver, IDisposable
{
    public HostReply Register(ReadOnlySpan<ComponentValue> arguments)
    {
        var method = arguments[0].AsString();
        if (!RouteMethods.IsKnown(method))
        {
            return RouteMethods.Refusal;
        }

        if (RoutePattern.Parse(arguments[1].AsString(), out var problem) is not { } pattern)
        {
            return HostReply.Invalid($"path-pattern: {problem}");
        }

        if (pattern.FirstText is { } first && ReservedPaths.Includes(first))
        {
            return HostReply.Invalid($"path-pattern: {ReservedPaths.Text}");
        }

        if (!context.Exports(RequestDelivery.Handler))
        {
            return HostReply.Invalid("the component does not export http-handler");
        }

        return routes.Add(new PluginRoute(method, pattern.Text, WitRequests.ReadOptionalAccess(arguments[2])), pattern);
    }

    public HostReply LimitBody(ReadOnlySpan<ComponentValue> arguments)
    {
        var (method, pattern) = (arguments[0].AsString(), arguments[1].AsString());
        var bytes = (int)Math.Min(arguments[2].AsU32(), int.MaxValue);
        return routes.LimitBody(method, pattern, bytes) ? HostReply.Done : Unknown(method, pattern);
    }

    public HostReply Unregister(ReadOnlySpan<ComponentValue> arguments)
    {
        var (method, pattern) = (arguments[0].AsString(), arguments[1].AsString());
        return routes.Remove(method, pattern) ? HostReply.Done : Unknown(method, pattern);
    }

    /// <inheritdoc />
    public void Publish(Mailbox mailbox) => registry.Put(new ActiveRoutes(context.Plugin, mailbox, routes));

    /// <inheritdoc />
    public void Withdraw() => registry.Remove(context.Plugin);

    /// <inheritdoc />
    public void OnGrantsChanged() => registry.Refresh(context.Plugin);

    /// <inheritdoc />
    public void Dispose() => routes.Files.End();

    private static HostReply Unknown(string method, string pattern) => HostReply.NotFound($"route {method} {pattern}");
}
