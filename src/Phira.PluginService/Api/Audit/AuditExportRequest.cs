using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Phira.PluginService.Api.Audit;

/// <summary>The form and the filter of an export of the audit log; a missing filter does not narrow.</summary>
/// <param name="Format">The form of the export.</param>
/// <param name="Before">Only entries before this number.</param>
/// <param name="Actor">Only this actor.</param>
/// <param name="Action">Only this action.</param>
/// <param name="Target">Only this target.</param>
internal sealed record AuditExportRequest(
    [property: FromQuery(Name = "format"), Description("csv, or jsonl for one JSON object a line. Default: csv.")] string? Format,
    [property: FromQuery(Name = "before"), Description("Only entries before this number.")] long? Before,
    [property: FromQuery(Name = "actor"), Description("Only this actor: for example admin or plugin:welcome.")] string? Actor,
    [property: FromQuery(Name = "action"), Description("Only this action, or all below it when it ends with a dot: user.kick, plugin.")] string? Action,
    [property: FromQuery(Name = "target"), Description("Only this target: for example user:100.")] string? Target)
{
    /// <summary>The name of comma-separated values.</summary>
    public const string Csv = "csv";

    /// <summary>The name of JSON lines.</summary>
    public const string JsonLines = "jsonl";
}
