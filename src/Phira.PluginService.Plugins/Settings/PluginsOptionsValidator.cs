using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Settings;

/// <summary>Finds all that is wrong with the settings at once, when the host starts.</summary>
internal sealed class PluginsOptionsValidator : IValidateOptions<PluginsOptions>
{
    private static readonly LocalizedText NotEmpty = LocalizedText.Of("setting.rule.not_empty");
    private static readonly LocalizedText AlwaysOn = LocalizedText.Of("setting.rule.always_on");
    private static readonly LocalizedText PathForm = LocalizedText.Of("setting.rule.paths");
    private static readonly LocalizedText HostForm = LocalizedText.Of("setting.rule.hosts");
    private static readonly LocalizedText VariableForm = LocalizedText.Of("setting.rule.variables");

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, PluginsOptions options)
    {
        string[] failures = [.. CheckPlugins(options), .. CheckHotReload(options), .. CheckHealth(options),
            .. CheckEvents(options), .. CheckLimits(options), .. CheckSecurity(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> CheckPlugins(PluginsOptions options)
    {
        var problems = new SettingProblems("plugins");
        problems.Require(options.Directory.Length > 0, "directory", NotEmpty);
        problems.Require(options.CacheDirectory.Length > 0, "cache_directory", NotEmpty);
        problems.Require(options.PackagesDirectory.Length > 0, "packages_directory", NotEmpty);
        problems.RequireRange(options.KeptVersions, 2, 100, "kept_versions");
        problems.RequireRange(options.CompileWorkers, 1, 64, "compile_workers");
        problems.RequireRange(options.CompileMemoryBytes, 256L << 20, 1L << 40, "compile_memory_bytes");
        problems.RequireRange(options.CompileCpuSecs, 12, 3600, "compile_cpu_secs");
        problems.RequireRange(options.CommandTimeout.TotalMilliseconds, 100, 300_000, "command_timeout_ms");
        problems.RequireRange(options.StopDeadline.TotalMilliseconds, 100, 4_000, "stop_deadline_ms");
        problems.RequireRange(options.HealthInterval.TotalMilliseconds, 1_000, 60_000, "health_interval_ms");
        problems.RequireRange(options.RollbackWindow.TotalMilliseconds, 0, 600_000, "rollback_window_ms");
        problems.RequireRange(options.RecoveredAfter.TotalMilliseconds, 1_000, 86_400_000, "recovered_after_ms");
        problems.RequireRange(options.LogLinesPerSecond, 1, 100_000, "log_lines_per_second");
        if (options.LogBytes != 0)
        {
            problems.RequireRange(options.LogBytes, 1L << 20, 1L << 30, "log_bytes");
        }

        problems.RequireRange(options.ModerationsPerSecond, 0.1, 1000, "moderations_per_second");
        problems.Require(options.FilesDirectory.Length > 0, "files_directory", NotEmpty);
        problems.Require(options.LogsDirectory.Length > 0, "logs_directory", NotEmpty);
        return problems.Failures;
    }

    private static IEnumerable<string> CheckHotReload(PluginsOptions options)
    {
        var problems = new SettingProblems("hot_reload");
        problems.RequireRange(options.HotReload.PollIntervalSecs, 0.1, 3600, "poll_interval_secs");
        problems.RequireRange(options.HotReload.DebounceDelay.TotalMilliseconds, 10, 60_000, "debounce_delay_ms");
        problems.RequireRange(options.HotReload.MaxRestartAttempts, 0, 100, "max_restart_attempts");
        problems.RequireRange(options.HotReload.RestartCooldownSecs, 0.1, 3600, "restart_cooldown_secs");
        return problems.Failures;
    }

    private static IEnumerable<string> CheckHealth(PluginsOptions options)
    {
        var (problems, health) = (new SettingProblems("health"), options.Health);
        problems.RequireRange(health.MemoryPercent, 1, 100, "memory_percent");
        problems.RequireRange(health.QueuePercent, 1, 100, "queue_percent");
        problems.RequireRange(health.CriticalQueuePercent, health.QueuePercent, 100, "critical_queue_percent");
        problems.RequireRange(health.ErrorPercent, 1, 100, "error_percent");
        problems.RequireRange(health.CriticalErrorPercent, health.ErrorPercent, 100, "critical_error_percent");
        problems.RequireRange(health.CpuPercent, 1, 100, "cpu_percent");
        problems.RequireRange(health.Restarts, 1, 1000, "restarts");
        return problems.Failures;
    }

    private static IEnumerable<string> CheckEvents(PluginsOptions options)
    {
        var problems = new SettingProblems("events");
        problems.RequireRange(options.EventDeadline.TotalMilliseconds, 1, 10_000, "event_deadline_ms");
        problems.RequireRange(options.QueueCapacity, 16, 1_000_000, "queue_capacity");
        return problems.Failures;
    }

    private static IEnumerable<string> CheckLimits(PluginsOptions options)
    {
        var problems = new SettingProblems("limits");
        foreach (var field in LimitField.All)
        {
            var maximum = field.Get(options.MaximumLimits);
            problems.RequireRange(maximum, field.Minimum, long.MaxValue, $"maximum.{field.Key}");
            problems.RequireRange(field.Get(options.DefaultLimits), field.Minimum, Math.Max(field.Minimum, maximum), field.Key);
        }

        return problems.Failures;
    }

    private static IEnumerable<string> CheckSecurity(PluginsOptions options)
    {
        var problems = new SettingProblems("security");
        problems.RequireRange(options.Security.MaxRecursionDepth, 1, 10_000, "max_recursion_depth");

        // A protection that cannot be switched off must not look as if it were.
        problems.Require(options.Security.EnableMemorySandbox, "enable_memory_sandbox", AlwaysOn);
        problems.Require(options.Security.EnableStackProtection, "enable_stack_protection", AlwaysOn);

        // What is listed behind a switch that is off must not look as if it were allowed.
        var policy = options.Security;
        CheckList(problems, policy.AllowFilesystem, "allow_filesystem", policy.AllowedFilesystemPaths, "allowed_filesystem_paths", IsPath, PathForm);
        CheckList(problems, policy.AllowNetwork, "allow_network", policy.AllowedNetworkHosts, "allowed_network_hosts", IsHost, HostForm);
        CheckList(problems, policy.AllowSubprocesses, "allow_subprocesses", policy.AllowedCommands, "allowed_commands", IsCommand, NotEmpty);
        CheckList(
            problems, policy.AllowEnvironment, "allow_environment", policy.AllowedEnvironmentVars, "allowed_environment_vars", IsVariable, VariableForm);
        return problems.Failures;
    }

    private static void CheckList(
        SettingProblems problems,
        bool allowed,
        string flag,
        ImmutableArray<string> items,
        string list,
        Func<string, bool> isValid,
        LocalizedText form)
    {
        problems.Require(allowed || items.IsEmpty, list, LocalizedText.Of("setting.rule.no_effect", flag));
        problems.Require(items.All(isValid), list, form);
    }

    private static bool IsHost(string text) => text == SecurityPolicy.AnyHost || NetworkHost.IsValid(text);

    private static bool IsPath(string text) => text.Length > 0 && !text.Split('/', '\\').Contains("..");

    private static bool IsCommand(string text) => text.Length > 0;

    private static bool IsVariable(string text) => text.Length > 0 && !text.Contains('=', StringComparison.Ordinal);
}
