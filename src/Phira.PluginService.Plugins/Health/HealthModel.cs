using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Health;

/// <summary>Judges how well a plugin does, and says why. Depends on nothing but the facts.</summary>
internal static class HealthModel
{
    // A rate over a handful of calls, or over a moment, says nothing.
    private const int FewestCalls = 20;
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(10);

    /// <summary>Judges a plugin.</summary>
    public static PluginHealth Assess(HealthFacts facts, HealthOptions options)
    {
        if (facts is { State: PluginState.Failed or PluginState.Quarantined, Failure: { } failure })
        {
            return new PluginHealth(HealthStatus.Critical, [TextOf(failure), .. NextAttempt(facts)]);
        }

        if (facts.State != PluginState.Running)
        {
            return new PluginHealth(
                HealthStatus.Unknown, [new($"It is {facts.State.Name()}.", $"当前状态：{facts.State.Name()}。")]);
        }

        List<(HealthStatus Status, LocalizedText Reason)> findings =
            [.. Folder(facts), .. Memory(facts, options), .. Queue(facts, options), .. Errors(facts, options), .. Cpu(facts, options), .. Restarts(facts, options)];
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
            yield return new($"The next attempt to start it is at {time}.", $"将于 {time} 再次尝试启动。");
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Folder(HealthFacts facts)
    {
        if (facts.Refused is { } refused)
        {
            yield return (HealthStatus.Warning, new(
                $"What is in its folder was not taken, the version before runs on: {refused.Message(Language.English)}",
                $"文件夹中的内容未被采用，之前的版本继续运行：{refused.Message(Language.Chinese)}"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Memory(HealthFacts facts, HealthOptions options)
    {
        if (facts.MaxMemory is { } maximum && Percent(facts.MemoryBytes, maximum) > options.MemoryPercent)
        {
            yield return (HealthStatus.Warning, new(
                $"It uses more than {options.MemoryPercent:0.#} % of max_memory.", $"内存用量超过 max_memory 的 {options.MemoryPercent:0.#}%。"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Queue(HealthFacts facts, HealthOptions options)
    {
        var percent = Percent(facts.QueueLength, facts.QueueCapacity);
        if (Level(percent, options.QueuePercent, options.CriticalQueuePercent) is { } status)
        {
            yield return (status, new(
                $"{facts.QueueLength} events wait: it is too slow for what it subscribed to.",
                $"有 {facts.QueueLength} 个事件在排队：它处理不过来所订阅的事件。"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Errors(HealthFacts facts, HealthOptions options)
    {
        var percent = Percent(facts.Recent.Errors, facts.Recent.Calls);
        if (facts.Recent.Calls >= FewestCalls && Level(percent, options.ErrorPercent, options.CriticalErrorPercent) is { } status)
        {
            yield return (status, new(
                $"It answered {percent:0} % of {facts.Recent.Calls} calls of the last minute with an error.",
                $"最近一分钟的 {facts.Recent.Calls} 次调用中有 {percent:0}% 返回错误。"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Cpu(HealthFacts facts, HealthOptions options)
    {
        var percent = Percent(facts.Recent.Cpu.TotalSeconds, facts.Recent.Span.TotalSeconds);
        if (facts.Recent.Span >= ShortestSpan && percent > options.CpuPercent)
        {
            yield return (HealthStatus.Warning, new(
                $"It used {percent:0} % of a processor in the last minute.", $"最近一分钟占用处理器 {percent:0}%。"));
        }
    }

    private static IEnumerable<(HealthStatus Status, LocalizedText Reason)> Restarts(HealthFacts facts, HealthOptions options)
    {
        if (facts.Recent.Restarts >= options.Restarts)
        {
            yield return (HealthStatus.Warning, new(
                $"It crashed and was started again {facts.Recent.Restarts} times in the last minute.",
                $"最近一分钟内崩溃并重启了 {facts.Recent.Restarts} 次。"));
        }
    }

    private static HealthStatus? Level(double percent, double warning, double critical) =>
        percent > critical ? HealthStatus.Critical
        : percent > warning ? HealthStatus.Warning
        : null;

    private static double Percent(double part, double whole) => whole > 0 ? part * 100 / whole : 0;

    private static LocalizedText TextOf(Error error) => new(error.Message(Language.English), error.Message(Language.Chinese));
}
