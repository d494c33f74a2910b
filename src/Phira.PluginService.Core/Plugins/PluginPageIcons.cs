using System.Collections.Immutable;

namespace Phira.PluginService.Core.Plugins;

/// <summary>The icons that the dashboard has for pages of plugins.</summary>
public static class PluginPageIcons
{
    /// <summary>The icon of a page that asks for none.</summary>
    public const string Default = "page";

    /// <summary>The names of the icons.</summary>
    public static ImmutableArray<string> All { get; } =
        [Default, "chart", "table", "people", "room", "trophy", "clock", "message", "map", "settings"];
}
