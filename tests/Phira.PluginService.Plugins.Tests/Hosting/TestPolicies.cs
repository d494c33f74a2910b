using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>Security policies for tests that need access outside the sandbox.</summary>
internal static class TestPolicies
{
    public static Action<PluginsOptions> AnyHost { get; } = options =>
        options.Security = options.Security with { AllowNetwork = true, AllowedNetworkHosts = [SecurityPolicy.AnyHost] };

    public static Action<PluginsOptions> Files(params string[] paths) => options =>
        options.Security = options.Security with { AllowFilesystem = true, AllowedFilesystemPaths = [.. paths] };

    public static Action<PluginsOptions> Variables(params string[] names) => options =>
        options.Security = options.Security with { AllowEnvironment = true, AllowedEnvironmentVars = [.. names] };

    public static Action<PluginsOptions> Commands(params string[] commands) => options =>
        options.Security = options.Security with { AllowSubprocesses = true, AllowedCommands = [.. commands] };
}
