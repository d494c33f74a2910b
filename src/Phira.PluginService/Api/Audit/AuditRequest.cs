using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Phira.PluginService.Api.Audit;

/// <summary>The filter of a read of the audit log; a missing parameter does not narrow.</summary>
/// <param name="Before">Only entries before this number.</param>
/// <param name="Actor">Only this actor.</param>
/// <param name="Action">Only this action.</param>
/// <param name="Target">Only this target.</param>
internal sealed record AuditRequest(
    [property: FromQuery(Name = "before"), Description("Only entries before this number.")] long? Before,
    [property: FromQuery(Name = "actor"), Description("Only this actor: for example admin or plugin:welcome.")] string? Actor,
    [property: FromQuery(Name = "action"), Description("Only this action, or all below it when it ends with a dot: user.kick, plugin.")] string? Action,
    [property: FromQuery(Name = "target"), Description("Only this target: for example user:100.")] string? Target,
    [property: FromQuery(Name = "count"), Description("Maximum number of entries, 1 to 1000. Default: 100.")] int? Count);
