namespace Phira.PluginService.Plugins.Routes;

/// <summary>The paths of a plugin that belong to the host.</summary>
internal static class ReservedPaths
{
    /// <summary>The first segment of the plugin's streams.</summary>
    public const string Streams = "streams";

    /// <summary>How the first segment of a page ticket begins.</summary>
    public const char Ticket = '~';

    public static string Text { get; } = $"/{Streams}/ and what begins with {Ticket} belong to the host";

    /// <summary>The path at which a stream is read.</summary>
    public static string OfStream(string name) => $"/{Streams}/{name}";

    public static bool Includes(RoutePattern pattern) => pattern.FirstText is { } first && (first == Streams || first.StartsWith(Ticket));
}
