using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>Settings of the interface <c>http-client</c>.</summary>
public sealed class HttpClientOptions : IInterfaceOptions
{
    internal const string RequestBytesLimit = "http_request_bytes";
    internal const string ResponseBytesLimit = "http_response_bytes";

    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Bytes that the body of a request of a plugin may have. Default 1 MiB.</summary>
    public int HttpRequestBytes { get; set; } = 1 << 20;

    /// <summary>Bytes that the body of an answer to a plugin may have. Default 1 MiB.</summary>
    public int HttpResponseBytes { get; set; } = 1 << 20;

    /// <inheritdoc />
    public void Check(SettingProblems problems)
    {
        problems.RequireRange(HttpRequestBytes, 0, 1 << 30, RequestBytesLimit);
        problems.RequireRange(HttpResponseBytes, 0, 1 << 30, ResponseBytesLimit);
    }
}
