namespace Phira.PluginService.Http;

/// <summary>The paths that belong to a part of the service, below its base path.</summary>
internal static class ServicePaths
{
    public const string Api = "/api";

    /// <summary>The path that all hubs are under.</summary>
    public const string Hubs = "/hubs";

    public const string Health = "/healthz";

    public const string Metrics = "/metrics";

    /// <summary>The path that everything is under that plugins serve.</summary>
    public const string Plugins = "/plugins";

    /// <summary>The description of the API for people and programs.</summary>
    public const string ApiDocument = "/swagger";
}
