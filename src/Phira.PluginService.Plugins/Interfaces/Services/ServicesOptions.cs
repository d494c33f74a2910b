using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>Settings of the interface <c>services</c>.</summary>
public sealed class ServicesOptions : IInterfaceOptions
{
    internal const string ServicesLimit = "services_per_plugin";
    internal const string BytesLimit = "service_call_bytes";

    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Services that one plugin may provide at once. Default 32.</summary>
    public int ServicesPerPlugin { get; set; } = 32;

    /// <summary>Bytes that the argument and the answer of a call between plugins may have each. Default 256 KiB.</summary>
    public int ServiceCallBytes { get; set; } = 256 * 1024;

    /// <inheritdoc />
    public void Check(SettingProblems problems)
    {
        problems.RequireRange(ServicesPerPlugin, 0, 1000, ServicesLimit);
        problems.RequireRange(ServiceCallBytes, 0, 16 << 20, BytesLimit);
    }
}
