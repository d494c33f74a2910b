using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Tests.Settings;

/// <summary>Names and defaults that were there before this service: people who know them must find them again.</summary>
public sealed class FoundingDefaultsTests
{
    [Fact]
    public void Limits() => Assert.Equal(
        [
            ("max_allocation_size", 16L * 1024 * 1024),
            ("max_cpu_time_ms", 1000L),
            ("max_execution_time_ms", 5000L),
            ("max_memory", 256L * 1024 * 1024),
            ("max_network_connections", 8L),
            ("max_open_files", 32L),
            ("max_stack_size", 8L * 1024 * 1024),
            ("max_total_allocation", 128L * 1024 * 1024),
        ],
        LimitField.All.Select(field => (field.Key, field.Get(new ResourceLimits()))).OrderBy(field => field.Key, StringComparer.Ordinal));

    [Fact]
    public void Security()
    {
        var policy = new SecurityPolicy();

        Assert.False(policy.AllowFilesystem || policy.AllowNetwork || policy.AllowSubprocesses || policy.AllowEnvironment || policy.AllowSystemInfo);
        Assert.Empty(policy.AllowedFilesystemPaths);
        Assert.Empty(policy.AllowedNetworkHosts);
        Assert.Empty(policy.AllowedEnvironmentVars);
        Assert.Empty(policy.AllowedCommands);
        Assert.Equal((100, true, true), (policy.MaxRecursionDepth, policy.EnableStackProtection, policy.EnableMemorySandbox));
    }

    [Fact]
    public void HotReload()
    {
        var options = new HotReloadOptions();

        Assert.Equal((true, true, true), (options.Enabled, options.RestartOnConfigChange, options.RestartOnWasmChange));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(500)), (options.PollInterval, options.DebounceDelay));
        Assert.Equal((3, TimeSpan.FromSeconds(5)), (options.MaxRestartAttempts, options.RestartCooldown));
    }
}
