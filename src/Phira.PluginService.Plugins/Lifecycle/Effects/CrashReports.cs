using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>
/// Puts crash reports together. Nothing that a player or an administrator wrote goes into one: no values of the configuration, no
/// arguments of commands, no texts of messages.
/// </summary>
internal static class CrashReports
{
    private const int MaximumBacktrace = 32 * 1024;

    /// <summary>Describes the loss of an instance.</summary>
    public static CrashReport Build(PluginName plugin, PluginBlueprint blueprint, InstanceFault loss, RecoveryPlan recovery, DateTimeOffset at)
    {
        var (fault, manifest) = (loss.Fault, blueprint.Manifest);
        return new CrashReport
        {
            Id = fault.Id,
            Plugin = plugin,
            At = at,
            Kind = $"{fault.Kind}".ToLowerInvariant(),
            ErrorCode = fault.Error.Code.Value,
            Message = fault.Error.Text(),
            Function = fault.Scene.Function,
            LastCall = loss.During?.Description ?? "",
            Limit = fault.Limit,
            Backtrace = ShortText.WithEllipsis(fault.Details, MaximumBacktrace),
            MemoryBytes = fault.Scene.MemoryBytes,
            PeakMemoryBytes = fault.Scene.PeakMemoryBytes,
            CpuTime = fault.Scene.Cost.Cpu,
            WallTime = fault.Scene.Cost.Wall,
            Version = manifest.Version.ToString(),
            Sha256 = blueprint.Image.Sha256,
            AbiVersion = manifest.AbiVersion.ToString(),
            HostVersion = HostVersions.Current.Service.ToString(),
            ConfigRevision = blueprint.Config.Revision,
            RestartAttempt = recovery.Attempt,
            Consequence = recovery.Consequence,
        };
    }
}
