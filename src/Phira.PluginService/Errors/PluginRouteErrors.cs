using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>Failures of requests to plugins, before they reach one or because it takes too long.</summary>
internal static class PluginRouteErrors
{
    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode BodyTimedOut = new("route.body_timed_out", ErrorKind.InvalidArgument);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode NothingHere = new("route.nothing_here", ErrorKind.NotFound);

    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode NothingServed = new("route.nothing_served", ErrorKind.Conflict);

    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode TicketInvalid = new("route.ticket_invalid", ErrorKind.Unauthenticated);

    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode TimedOut = new("route.timed_out", ErrorKind.Unavailable);

    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode TooManyRequests = new("route.too_many_requests", ErrorKind.QuotaExceeded);
}
