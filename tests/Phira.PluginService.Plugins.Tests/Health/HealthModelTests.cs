using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Tests.Health;

public sealed class HealthModelTests
{
    private const double Minute = 60;

    // What is measured; what follows; what it says. Every threshold just not, and just, exceeded.
    [Theory]
    [InlineData("nothing", HealthStatus.Healthy, "")]
    [InlineData("memory 90", HealthStatus.Healthy, "")]
    [InlineData("memory 91", HealthStatus.Warning, "It uses more than 90 % of max_memory.")]
    [InlineData("queue 50", HealthStatus.Healthy, "")]
    [InlineData("queue 51", HealthStatus.Warning, "51 events are queued: the plugin is too slow for the events that it subscribes to.")]
    [InlineData("queue 95", HealthStatus.Warning, "95 events are queued: the plugin is too slow for the events that it subscribes to.")]
    [InlineData("queue 96", HealthStatus.Critical, "96 events are queued: the plugin is too slow for the events that it subscribes to.")]
    [InlineData("errors 20", HealthStatus.Healthy, "")]
    [InlineData("errors 21", HealthStatus.Warning, "It answered 21 % of 100 calls of the last minute with an error.")]
    [InlineData("errors 81", HealthStatus.Critical, "It answered 81 % of 100 calls of the last minute with an error.")]
    [InlineData("few errors", HealthStatus.Healthy, "")]
    [InlineData("cpu 80", HealthStatus.Healthy, "")]
    [InlineData("cpu 81", HealthStatus.Warning, "It used 81 % of a processor in the last minute.")]
    [InlineData("cpu of a moment", HealthStatus.Healthy, "")]
    [InlineData("restarts 1", HealthStatus.Warning, "It crashed and was started again 1 times in the last minute.")]
    [InlineData("folder refused", HealthStatus.Warning, "The content of the plugin's folder was not accepted; the previous version keeps running: The plugin \"p\" has too much to do.")]
    [InlineData("says warning", HealthStatus.Warning, "slow")]
    [InlineData("says critical", HealthStatus.Critical, "on fire")]
    [InlineData("says unknown", HealthStatus.Unknown, "who knows")]
    [InlineData("memory 91 and says unknown", HealthStatus.Warning, "It uses more than 90 % of max_memory.|who knows")]
    [InlineData("failed", HealthStatus.Critical, "The plugin \"p\" has too much to do.")]
    [InlineData("failed and waits", HealthStatus.Critical, "The plugin \"p\" has too much to do.|The next attempt to start it is at 2026-11-25T12:00:05Z.")]
    [InlineData("quarantined", HealthStatus.Critical, "The plugin \"p\" has too much to do.")]
    [InlineData("stopped", HealthStatus.Unknown, "The current state is stopped.")]
    [InlineData("pending-approval", HealthStatus.Unknown, "The current state is pending-approval.")]
    public void The_worst_finding_decides_and_every_finding_is_a_reason(string facts, HealthStatus status, string reasons)
    {
        var health = HealthModel.Assess(Facts(facts), new HealthOptions());

        Assert.Equal((status, reasons), (health.Status, string.Join('|', health.Reasons.Select(reason => reason.In(Language.English)))));
        Assert.All(health.Reasons, reason => Assert.NotEmpty(reason.In(Language.Chinese)));
    }

    [Fact]
    public void Every_threshold_can_be_set()
    {
        var strict = new HealthOptions { MemoryPercent = 1, QueuePercent = 1, ErrorPercent = 1, CpuPercent = 1, Restarts = 1 };
        var facts = Facts("memory 2") with { QueueLength = 2, Recent = new(TimeSpan.FromSeconds(Minute), 100, 2, 1, TimeSpan.FromSeconds(Minute / 50)) };

        Assert.Equal(5, HealthModel.Assess(facts, strict).Reasons.Length);
        Assert.Equal(HealthStatus.Critical, HealthModel.Assess(facts, new HealthOptions { CriticalErrorPercent = 1 }).Status);
        Assert.Equal(HealthStatus.Critical, HealthModel.Assess(facts, new HealthOptions { CriticalQueuePercent = 1 }).Status);
        Assert.Single(HealthModel.Assess(facts, new HealthOptions()).Reasons);
    }

    private static HealthFacts Facts(string text)
    {
        var facts = new HealthFacts(PluginState.Running) { MaxMemory = 100, QueueCapacity = 100 };
        var failure = new Error(PluginRuntimeErrors.Busy, "p");
        return text switch
        {
            "nothing" => facts,
            "few errors" => facts with { Recent = new(TimeSpan.FromSeconds(Minute), 19, 19, 0, TimeSpan.Zero) },
            "cpu of a moment" => facts with { Recent = new(TimeSpan.FromSeconds(9), 1, 0, 0, TimeSpan.FromSeconds(9)) },
            "folder refused" => facts with { Refused = failure },
            "says warning" => facts with { Complaint = new(HealthStatus.Warning, ["slow"]) },
            "says critical" => facts with { Complaint = new(HealthStatus.Critical, ["on fire"]) },
            "says unknown" => facts with { Complaint = new(HealthStatus.Unknown, ["who knows"]) },
            "memory 91 and says unknown" => Facts("says unknown") with { MemoryBytes = 91 },
            "failed" => facts with { State = PluginState.Failed, Failure = failure },
            "failed and waits" => Facts("failed") with { RestartAt = new DateTimeOffset(2026, 11, 25, 12, 0, 5, TimeSpan.Zero) },
            "quarantined" => facts with { State = PluginState.Quarantined, Failure = failure },
            "stopped" => facts with { State = PluginState.Stopped },
            "pending-approval" => facts with { State = PluginState.PendingApproval },
            _ => Measured(facts, text.Split(' ')[0], int.Parse(text.Split(' ')[1])),
        };
    }

    private static HealthFacts Measured(HealthFacts facts, string what, int value) => what switch
    {
        "memory" => facts with { MemoryBytes = value },
        "queue" => facts with { QueueLength = value },
        "errors" => facts with { Recent = new(TimeSpan.FromSeconds(Minute), 100, value, 0, TimeSpan.Zero) },
        "cpu" => facts with { Recent = new(TimeSpan.FromSeconds(Minute), 1, 0, 0, TimeSpan.FromSeconds(Minute * value / 100)) },
        "restarts" => facts with { Recent = new(TimeSpan.FromSeconds(Minute), 1, 0, value, TimeSpan.Zero) },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown fact"),
    };
}
