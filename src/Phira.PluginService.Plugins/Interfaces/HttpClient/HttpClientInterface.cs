namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>The interface <c>http-client</c>.</summary>
internal static class HttpClientInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "http-client",
        new HostFunction("send", Handler: null));
}
