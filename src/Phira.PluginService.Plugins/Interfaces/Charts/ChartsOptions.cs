using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.Charts;

/// <summary>Settings of the interface <c>charts</c>.</summary>
public sealed class ChartsOptions : IInterfaceOptions
{
    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Charts that one plugin may look up each second; twice as many in a burst. Default 20.</summary>
    public double ChartLookupsPerSecond { get; set; } = 20;

    /// <inheritdoc />
    public void Check(SettingProblems problems) => problems.RequireRange(ChartLookupsPerSecond, 0.1, 1_000, "chart_lookups_per_second");
}
