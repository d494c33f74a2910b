using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Packaging.Toml;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Reads <c>[security]</c>.</summary>
internal static class SecuritySection
{
    private const long MaximumRecursionDepth = 10_000;

    /// <summary>Reads the plugin's requests for access outside the sandbox.</summary>
    public static SecurityPolicy Read(ManifestTable top)
    {
        var standard = new SecurityPolicy();
        if (top.Table(KnownKeys.Security) is not { } table)
        {
            return standard;
        }

        table.CheckKeys(KnownKeys.SecurityTable);
        return new SecurityPolicy
        {
            AllowFilesystem = table.Boolean("allow_filesystem") ?? standard.AllowFilesystem,
            AllowNetwork = table.Boolean("allow_network") ?? standard.AllowNetwork,
            AllowSubprocesses = table.Boolean("allow_subprocesses") ?? standard.AllowSubprocesses,
            AllowEnvironment = table.Boolean("allow_environment") ?? standard.AllowEnvironment,
            AllowSystemInfo = table.Boolean("allow_system_info") ?? standard.AllowSystemInfo,
            AllowedFilesystemPaths = table.Texts("allowed_filesystem_paths") ?? [],
            AllowedNetworkHosts = table.Texts("allowed_network_hosts", HostCheck(table)) ?? [],
            AllowedEnvironmentVars = table.Texts("allowed_environment_vars") ?? [],
            AllowedCommands = table.Texts("allowed_commands") ?? [],
            MaxRecursionDepth =
                table.Integer("max_recursion_depth", 1, MaximumRecursionDepth) ?? standard.MaxRecursionDepth,
            EnableStackProtection = table.Boolean("enable_stack_protection") ?? standard.EnableStackProtection,
            EnableMemorySandbox = table.Boolean("enable_memory_sandbox") ?? standard.EnableMemorySandbox,
        };
    }

    /// <summary>A check of list elements that accepts hosts only.</summary>
    public static Func<string, TomlValue, bool> HostCheck(ManifestTable table) => (key, value) =>
    {
        var valid = NetworkHost.IsValid(value.Text);
        if (!valid)
        {
            table.Problems.Add(value.Location, ManifestErrors.BadHost, key, value.Text);
        }

        return valid;
    };
}
