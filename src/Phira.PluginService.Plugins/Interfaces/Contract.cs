namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>The WIT package between the host and its plugins.</summary>
internal static class Contract
{
    public const string Package = "phira:plugin";
    public const string Version = "1.0.0";

    /// <summary>Full name of an interface that plugins export.</summary>
    public static string Export(string name) => $"{Package}/{name}@{Version}";
}
