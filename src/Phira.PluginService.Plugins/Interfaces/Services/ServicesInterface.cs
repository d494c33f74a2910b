namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The interface <c>services</c>.</summary>
internal static class ServicesInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "services",
        new HostFunction("provide", Handler: null),
        new HostFunction("withdraw", Handler: null),
        new HostFunction("call", Handler: null),
        new HostFunction("list", Handler: null));
}
