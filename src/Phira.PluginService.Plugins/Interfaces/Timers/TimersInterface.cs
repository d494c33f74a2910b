namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>The interface <c>timers</c>.</summary>
internal static class TimersInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "timers",
        new HostFunction("set-timer", Handler: null),
        new HostFunction("cancel-timer", Handler: null));
}
