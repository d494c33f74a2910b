using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Crashes;

/// <summary>A report about the loss of a plugin's instance.</summary>
public sealed record CrashReport
{
    /// <summary>Names the report to those who waited for the call: 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the plugin.</summary>
    public required PluginName Plugin { get; init; }

    /// <summary>Time of the loss.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Kind of failure: <c>trap</c>, <c>limit</c>, <c>link</c> or <c>host</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the error.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>The error in words.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>The function that was called, for example <c>event-handler.on-event</c>.</summary>
    public required string Function { get; init; }

    /// <summary>The arguments of the call in words: the type and number of the event, the name of the command; empty when unknown.</summary>
    public required string LastCall { get; init; }

    /// <summary>The limit that ended the call; null when none did.</summary>
    public string? Limit { get; init; }

    /// <summary>The engine's own words with the guest's stack, innermost frame first, with names where the component has them.</summary>
    public required string Backtrace { get; init; }

    /// <summary>Linear memory at the end, in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>The most memory it had, in bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Processor time of the call.</summary>
    public required TimeSpan CpuTime { get; init; }

    /// <summary>Wall-clock time of the call.</summary>
    public required TimeSpan WallTime { get; init; }

    /// <summary>Version in the manifest.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the component.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Version of the WIT package it was built against.</summary>
    public required string AbiVersion { get; init; }

    /// <summary>Version of the host.</summary>
    public required string HostVersion { get; init; }

    /// <summary>Revision of the effective configuration; 0 for the manifest's defaults.</summary>
    public required int ConfigRevision { get; init; }

    /// <summary>Number of restarts that had been tried since the plugin last ran well.</summary>
    public required int RestartAttempt { get; init; }

    /// <summary>
    /// Reaction of the supervisor: <c>restart</c>, <c>skip</c> (a restart without the event that crashed it twice), <c>quarantine</c>,
    /// <c>rollback</c> or <c>none</c>.
    /// </summary>
    public required string Consequence { get; init; }
}
