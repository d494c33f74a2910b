using System.ComponentModel;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Api.Crashes;

/// <summary>A report about the loss of a plugin's instance.</summary>
internal sealed record CrashResponse
{
    [Description("Names the report, as those were told who waited for the plugin's answer.")]
    public required string Id { get; init; }

    [Description("Time of the loss.")]
    public required DateTimeOffset At { get; init; }

    [Description("Kind of failure: trap, limit, link or host.")]
    public required string Kind { get; init; }

    [Description("Code of the error.")]
    public required string Code { get; init; }

    [Description("Description of the error.")]
    public required string Message { get; init; }

    [Description("The function that was called, for example event-handler.on-event.")]
    public required string Function { get; init; }

    [Description("The arguments of the call, in words; empty when unknown.")]
    public required string LastCall { get; init; }

    [Description("The limit that ended the call; null when none did.")]
    public required string? Limit { get; init; }

    [Description("The engine's own words with the plugin's stack, innermost frame first.")]
    public required string Backtrace { get; init; }

    [Description("Linear memory at the end, in bytes.")]
    public required long MemoryBytes { get; init; }

    [Description("The most memory it had, in bytes.")]
    public required long PeakMemoryBytes { get; init; }

    [Description("Processor time of the call, in milliseconds.")]
    public required double CpuMilliseconds { get; init; }

    [Description("Wall-clock time of the call, in milliseconds.")]
    public required double WallMilliseconds { get; init; }

    [Description("Version in the manifest.")]
    public required string Version { get; init; }

    [Description("SHA-256 of the component.")]
    public required string Sha256 { get; init; }

    [Description("Version of the WIT package it was built against.")]
    public required string AbiVersion { get; init; }

    [Description("Version of the service.")]
    public required string HostVersion { get; init; }

    [Description("Revision of the current configuration; 0 for the manifest's defaults.")]
    public required int ConfigRevision { get; init; }

    [Description("Number of restarts that had been tried since the plugin last ran well.")]
    public required int RestartAttempt { get; init; }

    [Description("Reaction of the supervisor: restart, skip, quarantine, rollback or none.")]
    public required string Consequence { get; init; }

    public static CrashResponse From(CrashReport report, Language language) => new()
    {
        Id = report.Id,
        At = report.At,
        Kind = report.Kind,
        Code = report.ErrorCode,
        Message = report.Message.In(language),
        Function = report.Function,
        LastCall = report.LastCall,
        Limit = report.Limit,
        Backtrace = report.Backtrace,
        MemoryBytes = report.MemoryBytes,
        PeakMemoryBytes = report.PeakMemoryBytes,
        CpuMilliseconds = report.CpuTime.TotalMilliseconds,
        WallMilliseconds = report.WallTime.TotalMilliseconds,
        Version = report.Version,
        Sha256 = report.Sha256,
        AbiVersion = report.AbiVersion,
        HostVersion = report.HostVersion,
        ConfigRevision = report.ConfigRevision,
        RestartAttempt = report.RestartAttempt,
        Consequence = report.Consequence,
    };
}
