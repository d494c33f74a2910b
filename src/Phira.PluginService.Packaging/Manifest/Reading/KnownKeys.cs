using System.Collections.Immutable;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Every key that a manifest may have, table by table. Tables with free keys are not listed here.</summary>
internal static class KnownKeys
{
    public const string Security = "security";
    public const string Limits = "limits";
    public const string HotReload = "hot_reload";
    public const string Permissions = "permissions";

    public static ImmutableArray<string> Top { get; } =
    [
        "name", "version", "author", "description", "license", "website", "category", "tags", "custom", "entry_point",
        "abi_version", "min_host_version", "wasm", "dependencies", "optional-dependencies", "conflicts", Permissions, Limits,
        Security, "config", "config_schema", HotReload, "pages",
    ];

    public static ImmutableArray<string> SecurityTable { get; } =
    [
        "allow_filesystem", "allow_network", "allow_subprocesses", "allow_environment", "allow_system_info",
        "allowed_filesystem_paths", "allowed_network_hosts", "allowed_environment_vars", "allowed_commands",
        "max_recursion_depth", "enable_stack_protection", "enable_memory_sandbox",
    ];

    public static ImmutableArray<string> HotReloadTable { get; } =
        ["enabled", "restart_on_config_change", "restart_on_wasm_change"];

    /// <summary>Keys of each table in <c>[[pages]]</c>.</summary>
    public static ImmutableArray<string> PageTable { get; } = ["id", "title", "icon", "path", "access"];

    /// <summary>The keys that a page must have.</summary>
    public static ImmutableArray<string> RequiredOfPage { get; } = ["id", "title", "path"];

    /// <summary>Keys of <c>[hot_reload]</c> that only the host's configuration has.</summary>
    public static ImmutableArray<string> HostHotReload { get; } =
        ["poll_interval_secs", "debounce_delay_ms", "max_restart_attempts", "restart_cooldown_secs"];

    private static readonly ImmutableArray<(string Table, ImmutableArray<string> Keys)> Tables =
    [
        ("", Top),
        (Limits, [.. LimitField.All.Select(field => field.Key)]),
        (Security, SecurityTable),
        (HotReload, HotReloadTable),
        (Permissions, [.. KnownPermissions.All.Keys]),
    ];

    /// <summary>The full key that an unknown one most likely means: one that exists in another table, or the nearest of its own.</summary>
    /// <param name="table">Full key of the table; empty for the top level.</param>
    public static string Nearest(string table, string key, IEnumerable<string> known)
    {
        foreach (var (other, keys) in Tables)
        {
            if (other != table && keys.Contains(key))
            {
                return Join(other, key);
            }
        }

        return Join(table, NearestKey.Of(key, known));
    }

    /// <summary>The full name of a key.</summary>
    /// <param name="table">Full key of its table; empty for the top level.</param>
    public static string Join(string table, string key) => table.Length == 0 ? key : $"{table}.{key}";
}
