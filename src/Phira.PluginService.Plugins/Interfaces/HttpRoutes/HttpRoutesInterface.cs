namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>The interface <c>http-routes</c>.</summary>
internal static class HttpRoutesInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "http-routes",
        new HostFunction("register-route", Handler: null),
        new HostFunction("unregister-route", Handler: null));
}
