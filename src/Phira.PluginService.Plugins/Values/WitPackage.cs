namespace Phira.PluginService.Plugins.Values;

/// <summary>The WIT package between the host and its plugins.</summary>
internal static class WitPackage
{
    public const string Name = "phira:plugin";
    public const string Version = "1.0.0";

    /// <summary>Full name of one of its interfaces.</summary>
    public static string Interface(string name) => $"{Name}/{name}@{Version}";
}
