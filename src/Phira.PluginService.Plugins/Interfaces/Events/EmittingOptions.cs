using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.Events;

/// <summary>Settings of the interface <c>events</c>.</summary>
public sealed class EmittingOptions : IInterfaceOptions
{
    /// <inheritdoc />
    public static string Section => "events";

    /// <summary>Custom events that one plugin may emit each second; twice as many in a burst. Default 200.</summary>
    public double EmitsPerSecond { get; set; } = 200;

    /// <inheritdoc />
    public void Check(SettingProblems problems) => problems.RequireRange(EmitsPerSecond, 1, 100_000, "emits_per_second");
}
