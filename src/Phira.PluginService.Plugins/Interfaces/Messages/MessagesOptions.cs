using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.Messages;

/// <summary>Settings of the interface <c>messages</c>.</summary>
public sealed class MessagesOptions : IInterfaceOptions
{
    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Messages that one plugin may send each second; twice as many in a burst. Default 100.</summary>
    public double MessagesPerSecond { get; set; } = 100;

    /// <inheritdoc />
    public void Check(SettingProblems problems) => problems.RequireRange(MessagesPerSecond, 1, 100_000, "messages_per_second");
}
