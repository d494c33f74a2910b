namespace Phira.PluginService.Plugins.Interfaces.System;

/// <summary>The interface <c>system</c>.</summary>
internal static class SystemInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "system",
        new HostFunction("get-system-info", Handler: null),
        new HostFunction("run-process", Handler: null));
}
