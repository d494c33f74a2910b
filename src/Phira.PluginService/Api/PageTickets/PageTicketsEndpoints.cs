using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;
using Phira.PluginService.PluginRoutes;

namespace Phira.PluginService.Api.PageTickets;

/// <summary>Lets the dashboard show pages of plugins that use routes for administrators.</summary>
internal static class PageTicketsEndpoints
{
    public static void MapPageTickets(this IEndpointRouteBuilder api) => api.MapPost("/plugins/{name}/page-tickets", Issue)
        .WithTags(PluginsEndpoints.Tag)
        .WithName("IssuePageTicket")
        .WithSummary("Issues a path below which the plugin's pages may use its routes for administrators, or prolongs the one you have.")
        .WithDescription("The path takes the place of the token in the frame of a plugin's page, which cannot send headers. It is valid for a short time and can be prolonged.")
        .Fails(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static Results<Ok<PageTicketResponse>, Problem> Issue(
        PluginName name, ClaimsPrincipal user, IPluginManager plugins, IPluginRoutes routes, PluginRoutes.PageTickets tickets, PublicAddress address)
    {
        var plugin = plugins.Lookup(name);
        if (!plugin.IsSuccess)
        {
            return new Problem(plugin.Error);
        }

        if (routes.Find(name, HttpMethods.Get, "/") is null)
        {
            return new Problem(new(PluginRouteErrors.NothingServed, name.Value));
        }

        var ticket = tickets.Issue(name, user);
        return TypedResults.Ok(new PageTicketResponse(PluginAddress.Root(address, ticket), ticket.ExpiresAt));
    }
}
