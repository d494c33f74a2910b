using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Actors;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The consequence of the loss of an instance.</summary>
internal sealed record RecoveryPlan(string Consequence)
{
    /// <summary>The plugin is started again as it was.</summary>
    public const string Restart = "restart";

    /// <summary>The plugin is started again, and the event that has crashed it twice is not delivered again.</summary>
    public const string Skip = "skip";

    /// <summary>The plugin is put into quarantine.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>The plugin is started again with its previous configuration or version.</summary>
    public const string Rollback = "rollback";

    /// <summary>Nothing follows.</summary>
    public const string None = "none";

    /// <summary>The cause of what the host does by itself upon a fault.</summary>
    public static readonly ChangeCause Cause = ChangeCause.ByService(ChangeSource.Supervisor, LocalizedText.Of("cause.fault"));

    /// <summary>The time of the restart; null when there is none, or at once.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The change that is rolled back; null when none is.</summary>
    public Probation? RollBack { get; init; }

    /// <summary>The event to deliver once more; null when there is none.</summary>
    public WorkItem? Again { get; init; }

    /// <summary>The number of restarts before the loss.</summary>
    public int Attempt { get; init; }
}
