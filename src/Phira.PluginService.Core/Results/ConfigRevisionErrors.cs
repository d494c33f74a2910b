namespace Phira.PluginService.Core.Results;

/// <summary>Refusals of a configuration that is based on an old one.</summary>
public static class ConfigRevisionErrors
{
    /// <summary>{0}: plugin; {1}: revision the author saw; {2}: effective revision.</summary>
    public static readonly ErrorCode ChangedMeanwhile = new("config.changed_meanwhile", ErrorKind.PreconditionFailed);
}
