using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Interfaces.Configuration;
using Phira.PluginService.Plugins.Interfaces.Events;
using Phira.PluginService.Plugins.Interfaces.Messages;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Tests.Settings;

/// <summary>Settings that make no sense are refused when the host starts, all of them at once.</summary>
public sealed class PluginsOptionsTests
{
    [Fact]
    public void The_defaults_are_accepted() => Assert.Empty(Problems(_ => { }));

    [Theory]
    [InlineData(nameof(PluginsOptions.CompileWorkers), "plugins.compile_workers")]
    [InlineData(nameof(PluginsOptions.EventDeadline), "events.event_deadline_ms")]
    [InlineData(nameof(PluginsOptions.CommandTimeout), "plugins.command_timeout_ms")]
    [InlineData(nameof(PluginsOptions.QueueCapacity), "events.queue_capacity")]
    [InlineData(nameof(PluginsOptions.StopDeadline), "plugins.stop_deadline_ms")]
    [InlineData(nameof(PluginsOptions.LogLinesPerSecond), "plugins.log_lines_per_second")]
    [InlineData(nameof(PluginsOptions.ModerationsPerSecond), "plugins.moderations_per_second")]
    [InlineData(nameof(PluginsOptions.HealthInterval), "plugins.health_interval_ms")]
    [InlineData(nameof(PluginsOptions.RecoveredAfter), "plugins.recovered_after_ms")]
    public void Zero_is_refused(string setting, string key)
    {
        var problem = Assert.Single(Problems(options => SetToZero(options, setting)));

        Assert.StartsWith(key, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Hot_reload_needs_times_and_no_negative_number_of_attempts()
    {
        var problems = Problems(options => options.HotReload = new HotReloadOptions
        {
            PollIntervalSecs = 0,
            DebounceDelay = TimeSpan.Zero,
            MaxRestartAttempts = -1,
            RestartCooldownSecs = 0,
        });

        Assert.Equal(
            ["hot_reload.poll_interval_secs", "hot_reload.debounce_delay_ms", "hot_reload.max_restart_attempts", "hot_reload.restart_cooldown_secs"],
            problems.Select(problem => problem.Split('\n')[0]));
    }

    [Fact]
    public void A_state_cannot_be_critical_before_it_is_a_warning() => Assert.Equal(
        ["health.critical_queue_percent", "health.critical_error_percent"],
        Problems(options => options.Health = new HealthOptions { QueuePercent = 96, ErrorPercent = 81 }).Select(problem => problem.Split('\n')[0]));

    [Fact]
    public void Directories_are_needed() =>
        Assert.Equal(3, Problems(options => (options.Directory, options.CacheDirectory, options.FilesDirectory) = ("", "", "")).Count);

    [Fact]
    public void A_default_above_the_maximum_is_refused()
    {
        var problem = Assert.Single(Problems(options =>
            options.DefaultLimits = options.DefaultLimits with { MaxMemory = options.MaximumLimits.MaxMemory + 1 }));

        Assert.Contains("max_memory", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_leaves_nothing_is_refused()
    {
        var problem = Assert.Single(Problems(options => options.DefaultLimits = new ResourceLimits { MaxStackSize = 1 }));

        Assert.Contains("max_stack_size", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_protection_cannot_be_switched_off()
    {
        Assert.Single(Problems(options => options.Security = new SecurityPolicy { EnableMemorySandbox = false }));
        Assert.Single(Problems(options => options.Security = new SecurityPolicy { EnableStackProtection = false }));
    }

    [Theory]
    [InlineData("allowed_filesystem_paths")]
    [InlineData("allowed_network_hosts")]
    [InlineData("allowed_commands")]
    [InlineData("allowed_environment_vars")]
    public void A_list_behind_a_switch_that_is_off_is_refused(string list)
    {
        var problem = Assert.Single(Problems(options => options.Security = new SecurityPolicy
        {
            AllowedFilesystemPaths = list == "allowed_filesystem_paths" ? ["/srv"] : [],
            AllowedNetworkHosts = list == "allowed_network_hosts" ? ["example.com"] : [],
            AllowedCommands = list == "allowed_commands" ? ["ls"] : [],
            AllowedEnvironmentVars = list == "allowed_environment_vars" ? ["LANG"] : [],
        }));

        Assert.StartsWith($"security.{list}\nhas no effect while", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_of_a_policy_that_mean_nothing_are_refused()
    {
        Assert.Empty(Problems(options => options.Security = Policy("/srv", "*.example.com:443", "ls", "LANG")));
        Assert.Empty(Problems(options => options.Security = Policy("data", "*", "ls", "LANG")));

        Assert.Equal(4, Problems(options => options.Security = Policy("/srv/..", "a b", "", "A=B")).Count);

        static SecurityPolicy Policy(string path, string host, string command, string variable) => new()
        {
            AllowFilesystem = true,
            AllowNetwork = true,
            AllowSubprocesses = true,
            AllowEnvironment = true,
            AllowedFilesystemPaths = [path],
            AllowedNetworkHosts = [host],
            AllowedCommands = [command],
            AllowedEnvironmentVars = [variable],
        };
    }

    [Fact]
    public void A_host_whose_default_exceeds_its_maximum_or_makes_no_sense_is_told_so()
    {
        var problems = Problems(options =>
        {
            options.DefaultLimits = new ResourceLimits { MaxMemory = 1, MaxOpenFiles = 33 };
            options.MaximumLimits = new ResourceLimits();
        });

        Assert.Equal(
            ["limits.max_memory is 1; it must be 65536 to 268435456", "limits.max_open_files is 33; it must be 0 to 32"],
            problems.Select(problem => string.Join(' ', problem.Split('\n')[..2])));
    }

    [Fact]
    public void All_problems_are_reported_together() =>
        Assert.Equal(3, Problems(options =>
        {
            options.QueueCapacity = 0;
            options.StopDeadline = TimeSpan.FromMinutes(1);
            options.Security = new SecurityPolicy { EnableMemorySandbox = false };
        }).Count);

    [Fact]
    public void The_host_checks_them_before_it_starts_anything()
    {
        var services = new ServiceCollection().AddPlugins();

        Assert.Contains(services, service => service.ImplementationType == typeof(PluginsOptionsValidator));
        Assert.Contains(services, service => service.ServiceType == typeof(IStartupValidator));
    }

    [Fact]
    public void Host_interfaces_check_their_own()
    {
        using var provider = new ServiceCollection().AddPlugins()
            .Configure<EmittingOptions>(options => options.EmitsPerSecond = 0)
            .Configure<MessagesOptions>(options => options.MessagesPerSecond = 0)
            .Configure<ConfigSavingOptions>(options => options.ConfigSavesPerSecond = 0)
            .BuildServiceProvider();

        var refused = Assert.Throws<AggregateException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            ["events.emits_per_second", "plugins.messages_per_second", "plugins.config_saves_per_second"],
            refused.InnerExceptions.Cast<OptionsValidationException>().Select(exception => exception.Failures.Single().Split('\n')[0]));
    }

    private static IReadOnlyList<string> Problems(Action<PluginsOptions> configure)
    {
        var options = new PluginsOptions();
        configure(options);
        return [.. (new PluginsOptionsValidator().Validate(name: null, options).Failures ?? []).Select(Read)];
    }

    private static string Read(string failure)
    {
        Assert.True(SettingProblems.TryRead(failure, out var key, out var rule), failure);
        return $"{key}\n{rule.In(Language.English)}";
    }

    private static void SetToZero(PluginsOptions options, string setting)
    {
        var property = typeof(PluginsOptions).GetProperty(setting)!;
        property.SetValue(options, Activator.CreateInstance(property.PropertyType));
    }
}
