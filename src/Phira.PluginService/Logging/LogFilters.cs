using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Phira.PluginService.Auth;
using Phira.PluginService.Hosting;

namespace Phira.PluginService.Logging;

/// <summary>Turns the levels of the log into the framework's rules.</summary>
internal sealed class LogFilters(LogLevelSwitch levels, StartupProgress progress) : IConfigureOptions<LoggerFilterOptions>
{
    // Libraries are logged from warnings on: the rest is for their authors. Every request without a token would be an entry, also those that need none.
    private static readonly ImmutableArray<string> Quiet =
        ["Microsoft", "System", "Polly", "OpenTelemetry", typeof(AdminAuthenticationHandler).FullName!];

    // Why the service cannot start is told by ServiceProcess, in words instead of stack traces.
    private static readonly ImmutableArray<string> QuietWhileStarting =
        ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    public void Configure(LoggerFilterOptions options)
    {
        var current = levels.Current;
        options.MinLevel = LevelOf(current.Level);
        var quiet = LevelOf(current.Level < LogThreshold.Warn ? LogThreshold.Warn : current.Level);
        foreach (var category in Quiet)
        {
            Add(options, category, quiet);
        }

        foreach (var category in QuietWhileStarting)
        {
            Add(options, category, quiet, (_, _, _) => progress.HasStarted);
        }

        foreach (var (name, level) in current.ByName)
        {
            Add(options, new LogLevelEntry(name, level).Category, LevelOf(level));
        }
    }

    private static void Add(
        LoggerFilterOptions options, string? category, LogLevel level, Func<string?, string?, LogLevel, bool>? filter = null) =>
        options.Rules.Add(new LoggerFilterRule(providerName: null, category, level, filter));

    private static LogLevel LevelOf(LogThreshold level) => level switch
    {
        LogThreshold.Trace => LogLevel.Trace,
        LogThreshold.Debug => LogLevel.Debug,
        LogThreshold.Info => LogLevel.Information,
        LogThreshold.Warn => LogLevel.Warning,
        LogThreshold.Error => LogLevel.Error,
        _ => LogLevel.None,
    };
}
