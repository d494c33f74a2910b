namespace Phira.PluginService.Storage.Model;

internal sealed class CrashReportRow
{
    public long Id { get; init; }

    public required string Plugin { get; init; }

    public required long At { get; init; }

    /// <summary>The whole report as JSON.</summary>
    public required string Report { get; init; }
}
