using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Finds out who calls what a plugin serves: an administrator by a page ticket, or as for the API.</summary>
internal sealed class RouteCallers(PageTickets tickets, SessionStore sessions)
{
    /// <summary>Finds the caller.</summary>
    /// <param name="ticketHolder">The administrator whose page asks; null when it must be proven as for the API who asks.</param>
    /// <returns>The caller; null when there is none who may, and that has been answered.</returns>
    public async Task<PluginCaller?> FindAsync(HttpContext context, RouteAccess access, PluginAddress target, string? ticketHolder)
    {
        if (access == RouteAccess.Public)
        {
            return PluginCaller.Anybody;
        }

        if (ticketHolder is not null)
        {
            return new PluginCaller(ticketHolder, () => tickets.FindCaller(target.Plugin, target.Ticket!) is not null);
        }

        var authenticated = await context.AuthenticateAsync(AdminAuthenticationHandler.SchemeName);
        if (!authenticated.Succeeded)
        {
            await context.ChallengeAsync(AdminAuthenticationHandler.SchemeName);
            return null;
        }

        var session = authenticated.Principal.FindFirstValue(SessionStore.SessionClaim);
        return new PluginCaller(authenticated.Principal.FindFirstValue(ClaimTypes.Name), () => session is null || sessions.IsOpen(session));
    }
}
