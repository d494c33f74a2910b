using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Phira.PluginService.Api.Bans;

/// <summary>Lets somebody in again.</summary>
internal sealed record LiftBanRequest(
    [property: FromQuery(Name = "target"), Description("Exactly the target of the ban: user:100 or 203.0.113.0/24.")] string? Target,
    [property: FromQuery(Name = "reason"), Description("The reason, at most 200 characters, for the audit log.")] string? Reason);
