using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Limits;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Judges how well a plugin does, and says why.</summary>
internal static class HealthModel
{
    private const double HighMemory = 0.9;
    private const double LongQueue = 0.5;

    /// <summary>Judges a plugin.</summary>
    /// <param name="status">Its state.</param>
    /// <param name="usage">What it uses.</param>
    /// <param name="limits">What it may use; null when it has no instance.</param>
    /// <param name="queueCapacity">How many events may wait.</param>
    /// <param name="complaint">What speaks against it by its own account; null when nothing does.</param>
    public static PluginHealth Assess(
        PluginStatus status, PluginUsage usage, ResourceLimits? limits, int queueCapacity, PluginHealth? complaint)
    {
        if (status.Failure is { } failure && status.State is PluginState.Failed or PluginState.Quarantined)
        {
            return new PluginHealth(HealthStatus.Critical, [TextOf(status.Failure!)]);
        }

        if (status.State != PluginState.Running)
        {
            return new PluginHealth(
                HealthStatus.Unknown, [new($"It is {status.State.Name()}.", $"当前状态：{status.State.Name()}。")]);
        }

        var warnings = Warnings(status, usage, limits, queueCapacity).ToImmutableArray();
        var own = new PluginHealth(warnings.IsEmpty ? HealthStatus.Healthy : HealthStatus.Warning, warnings);
        return complaint is null
            ? own
            : new PluginHealth(Worse(own.Status, complaint.Status), [.. warnings, .. complaint.Reasons]);
    }

    private static HealthStatus Worse(HealthStatus one, HealthStatus other) => Severity(one) >= Severity(other) ? one : other;

    // Not to know is worse than to be well, and better than to be known to be unwell.
    private static int Severity(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => 0,
        HealthStatus.Unknown => 1,
        HealthStatus.Warning => 2,
        _ => 3,
    };

    private static IEnumerable<LocalizedText> Warnings(PluginStatus status, PluginUsage usage, ResourceLimits? limits, int queueCapacity)
    {
        if (status.Refused is { } refused)
        {
            yield return new(
                $"What is in its folder was not taken, the version before runs on: {refused.Message(Language.English)}",
                $"文件夹中的内容未被采用，之前的版本继续运行：{refused.Message(Language.Chinese)}");
        }

        if (limits is not null && usage.MemoryBytes > limits.MaxMemory * HighMemory)
        {
            yield return new("It uses more than 90 % of max_memory.", "内存用量超过 max_memory 的 90%。");
        }

        if (usage.QueueLength > queueCapacity * LongQueue)
        {
            yield return new(
                $"{usage.QueueLength} events wait: it is too slow for what it subscribed to.",
                $"有 {usage.QueueLength} 个事件在排队：它处理不过来所订阅的事件。");
        }
    }

    private static LocalizedText TextOf(Error error) => new(error.Message(Language.English), error.Message(Language.Chinese));
}
