using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>Settings of the interface <c>timers</c>.</summary>
public sealed class TimersOptions : IInterfaceOptions
{
    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Timers that one plugin may have at once. Default 64.</summary>
    public int TimersPerPlugin { get; set; } = 64;

    /// <inheritdoc />
    public void Check(SettingProblems problems) => problems.RequireRange(TimersPerPlugin, 0, 10_000, "timers_per_plugin");
}
