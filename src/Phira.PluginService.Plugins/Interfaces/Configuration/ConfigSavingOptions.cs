using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.Configuration;

/// <summary>Settings of the interface <c>configuration</c>.</summary>
public sealed class ConfigSavingOptions : IInterfaceOptions
{
    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Revisions of its own configuration that one plugin may store each second; twice as many in a burst. Default 5.</summary>
    public double ConfigSavesPerSecond { get; set; } = 5;

    /// <inheritdoc />
    public void Check(SettingProblems problems) => problems.RequireRange(ConfigSavesPerSecond, 0.1, 1000, "config_saves_per_second");
}
