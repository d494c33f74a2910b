using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Errors;

/// <summary>Failures while a plugin is loaded or runs.</summary>
internal static class PluginRuntimeErrors
{
    /// <summary>{0}: the name in the manifest.</summary>
    public static readonly ErrorCode EntryPointMissing = new("plugin.entry_point_missing", ErrorKind.Unprocessable);

    /// <summary>{0}: lifecycle function, {1}: what the plugin says.</summary>
    public static readonly ErrorCode LifecycleRefused = new("plugin.lifecycle_refused", ErrorKind.Unprocessable);

    /// <summary>{0}: what the plugin says.</summary>
    public static readonly ErrorCode InitFailed = new("plugin.init_failed", ErrorKind.Unprocessable);

    /// <summary>{0}: name, {1}: state.</summary>
    public static readonly ErrorCode NotRunning = new("plugin.not_running", ErrorKind.Unavailable);

    /// <summary>{0}: name, {1}: state, {2}: operation.</summary>
    public static readonly ErrorCode WrongState = new("plugin.wrong_state", ErrorKind.Conflict);

    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode Busy = new("plugin.busy", ErrorKind.Unavailable);

    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode TimedOut = new("plugin.timed_out", ErrorKind.Unavailable);

    /// <summary>The service is shutting down.</summary>
    public static readonly ErrorCode ShuttingDown = new("plugin.shutting_down", ErrorKind.Unavailable);

    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode LoadCanceled = new("plugin.load_canceled", ErrorKind.Conflict);

    /// <summary>{0}: name, {1}: dependents.</summary>
    public static readonly ErrorCode HasDependents = new("plugin.has_dependents", ErrorKind.Conflict);

    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode Disabled = new("plugin.disabled", ErrorKind.Conflict);

    /// <summary>{0}: name, {1}: when it is tried again.</summary>
    public static readonly ErrorCode Restarting = new("plugin.restarting", ErrorKind.Unavailable);

    /// <summary>{0}: name, {1}: number of crashes, {2}: the last failure.</summary>
    public static readonly ErrorCode Quarantined = new("plugin.quarantined", ErrorKind.Conflict);

    /// <summary>{0}: name, {1}: the last failure.</summary>
    public static readonly ErrorCode InQuarantine = new("plugin.in_quarantine", ErrorKind.Conflict);

    /// <summary>{0}: name, {1}: provider, {2}: its state.</summary>
    public static readonly ErrorCode ProviderNotRunning = new("plugin.provider_not_running", ErrorKind.Conflict);

    /// <summary>{0}: number of imports.</summary>
    public static readonly ErrorCode UnknownImports = new("plugin.unknown_imports", ErrorKind.Unprocessable);
}
