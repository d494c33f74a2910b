using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Health;

/// <summary>Assesses the health of a plugin from its facts, with reasons.</summary>
internal static class HealthModel
{
    // A rate over a handful of calls, or over a moment, says nothing.
    private const int FewestCalls = 20;
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(10);

    /// <summary>Assesses the health of a plugin.</summary>
    public static PluginHealth Assess(HealthFacts facts, HealthOptions options)
    {
        if (facts is { State: PluginState.Failed or PluginState.Quarantined, Failure: { } failure })
        {
            return new PluginHealth(HealthStatus.Critical, [failure.Text(), .. NextAttempt(facts)]);
        }

        if (facts.State != PluginState.Running)
        {
            return new PluginHealth(HealthStatus.Unknown, [LocalizedText.Of("health.state", facts.State.Name())]);
        }

        List<(HealthStatus Status, LocalizedText Reason)> findings =
            [.. Folder(facts), .. Memory(facts, options), .. Queue(facts, options),
                .. Errors(facts, options), .. Cpu(facts, options), .. Restarts(facts, options)];
        var status = findings.Select(finding => finding.Status)
            .Append(facts.Complaint?.Status ?? HealthStatus.Healthy)
            .MaxBy(Severity);
        return new PluginHealth(status, [.. findings.Select(finding => finding.Reason), .. facts.Complaint?.Reasons ?? []]);
    }

    // Not to know is worse than to be well, and better than to be known to be unwell.
    private static int Severity(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => 0,
        HealthStatus.Unknown => 1,
        HealthStatus.Warning => 2,
        _ => 3,
    };

    private static IEnumerable<LocalizedText> NextAttempt(HealthFacts facts)
    {
        if (facts.RestartAt is { } at)
        {
            var time = $"{at:yyyy-MM-dd'T'HH:mm:ss'Z'}";
            yield return LocalizedText.Of("health.next_attempt", time);
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Folder(HealthFacts facts)
    {
        if (facts.Refused is { } refused)
        {
            yield return (HealthStatus.Warning, LocalizedText.Of("health.folder_refused", refused.Text()));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Memory(HealthFacts facts, HealthOptions options)
    {
        if (facts.MaxMemory is { } maximum && Percent(facts.MemoryBytes, maximum) > options.MemoryPercent)
        {
            yield return (HealthStatus.Warning, LocalizedText.Of("health.memory", $"{options.MemoryPercent:0.#}"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Queue(HealthFacts facts, HealthOptions options)
    {
        var percent = Percent(facts.QueueLength, facts.QueueCapacity);
        if (Level(percent, options.QueuePercent, options.CriticalQueuePercent) is { } status)
        {
            yield return (status, LocalizedText.Of("health.queue", $"{facts.QueueLength}"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Errors(HealthFacts facts, HealthOptions options)
    {
        var percent = Percent(facts.Recent.Errors, facts.Recent.Calls);
        if (facts.Recent.Calls >= FewestCalls && Level(percent, options.ErrorPercent, options.CriticalErrorPercent) is { } status)
        {
            yield return (status, LocalizedText.Of("health.errors", $"{percent:0}", $"{facts.Recent.Calls}"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Cpu(HealthFacts facts, HealthOptions options)
    {
        var percent = Percent(facts.Recent.Cpu.TotalSeconds, facts.Recent.Span.TotalSeconds);
        if (facts.Recent.Span >= ShortestSpan && percent > options.CpuPercent)
        {
            yield return (HealthStatus.Warning, LocalizedText.Of("health.cpu", $"{percent:0}"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Restarts(HealthFacts facts, HealthOptions options)
    {
        if (facts.Recent.Restarts >= options.Restarts)
        {
            yield return (HealthStatus.Warning, LocalizedText.Of("health.restarts", $"{facts.Recent.Restarts}"));
        }
    }

    private static HealthStatus? Level(double percent, double warning, double critical) =>
        percent > critical ? HealthStatus.Critical
        : percent > warning ? HealthStatus.Warning
        : null;

    private static double Percent(double part, double whole) => whole > 0 ? part * 100 / whole : 0;
}
