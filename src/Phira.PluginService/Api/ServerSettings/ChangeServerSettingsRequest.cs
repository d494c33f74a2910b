using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.ServerSettings;

/// <summary>Changes settings of the running game server; what is left out stays as it is.</summary>
[RequestExample("""{"messageOfTheDay":"Tournament at eight.","reason":"announcement"}""")]
internal sealed record ChangeServerSettingsRequest
{
    [Description("The text that every player reads after logging in, at most 2000 characters; empty for none.")]
    public string? MessageOfTheDay { get; init; }

    [Description("Whether players and plugins may open rooms.")]
    public bool? RoomCreation { get; init; }

    [Description("Whether new logins are refused.")]
    public bool? Maintenance { get; init; }

    [Description("The reason shown to players who are refused during maintenance, at most 2000 characters; empty for the server's own text.")]
    public string? MaintenanceText { get; init; }

    [Description("Accounts that may log in during maintenance, at most 1000; replaces the whole list.")]
    public IReadOnlyList<int>? AdmittedInMaintenance { get; init; }

    [Description("The reason, at most 200 characters, for the audit log.")]
    public string? Reason { get; init; }
}
