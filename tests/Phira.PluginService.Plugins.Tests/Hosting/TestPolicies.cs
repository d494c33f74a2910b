using Phira.PluginService.Plugins.Security;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>What the host allows, where a test needs more than nothing.</summary>
internal static class TestPolicies
{
    public static Action<PluginsOptions> AnyHost { get; } = options =>
        options.Security = options.Security with { AllowNetwork = true, AllowedNetworkHosts = [SecurityPolicy.AnyHost] };

    public static Action<PluginsOptions> Commands(params string[] commands) => options =>
        options.Security = options.Security with { AllowSubprocesses = true, AllowedCommands = [.. commands] };
}
