using System.ComponentModel;

namespace Phira.PluginService.Api.PageTickets;

/// <summary>A path below which the pages of a plugin may use its routes for administrators.</summary>
internal sealed record PageTicketResponse(
    [property: Description("Begins the addresses of the plugin's pages, with a slash at the end: an absolute path, or a whole address when plugins have a host of their own. It holds a secret: do not log it or pass it on.")]
    string Path,
    [property: Description("Time at which the path ends. Ask again before: the path stays the same and ends later.")]
    DateTimeOffset ExpiresAt);
