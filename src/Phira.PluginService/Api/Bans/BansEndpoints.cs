using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Bans;

/// <summary>Keeps people out of the game server and lets them in again.</summary>
internal static class BansEndpoints
{
    public static void MapBans(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/bans").WithTags("Bans");
        group.MapGet("", List)
            .WithName("ListBans")
            .WithSummary("Lists the active bans, newest first.")
            .WithDescription("Bans that have ended are left out.");
        group.MapGet("/{**target}", Get)
            .WithName("GetBan")
            .WithSummary("Shows the active ban of a target.")
            .WithDescription("Finds the ban of exactly this target: an address inside a banned network has no ban of its own.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapPost("", BanAsync)
            .WithName("Ban")
            .WithSummary("Bans an account, an address or a network, replacing an earlier ban of the same target; affected players see the reason and are disconnected.")
            .WithDescription("Takes effect before the answer. Recorded in the audit log as ban.set.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
        group.MapDelete("", LiftAsync)
            .WithName("LiftBan")
            .WithSummary("Lifts a ban.")
            .WithDescription("Recorded in the audit log as ban.lift.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
    }

    private static Ok<IReadOnlyList<BanResponse>> List(IBans bans) =>
        TypedResults.Ok<IReadOnlyList<BanResponse>>([.. bans.Active.Select(BanResponse.From)]);

    private static Results<Ok<BanResponse>, Problem> Get(string target, IBans bans)
    {
        // A client that encodes the slash of a network sends %2F, which routing leaves as it is.
        var text = Uri.UnescapeDataString(target);
        if (!BanTarget.TryParse(text, out var parsed))
        {
            return new Problem(new Error(BanRequestErrors.TargetInvalid, RequestText.Shown(text)));
        }

        return bans.Active.FirstOrDefault(ban => ban.Target == parsed) is { } found
            ? TypedResults.Ok(BanResponse.From(found))
            : new Problem(new Error(BanErrors.NotFound, parsed.ToString()));
    }

    private static async Task<Results<Ok<BanResponse>, Problem>> BanAsync(
        BanRequest request,
        [FromQuery, Description("Whether the ban is meant although it is unusual; without, the answer is 409 when it includes this machine, a trusted proxy, your own address or a large part of the internet.")]
        bool? confirm,
        HttpContext context,
        Caller caller,
        IBans bans,
        BanSafeguard safeguard,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var target = Parse(request.Target);
        if (confirm is not true && safeguard.WhyAsk(target, context.Connection.RemoteIpAddress) is { } question)
        {
            return new Problem(question);
        }

        var reason = RequestText.Reason(request.Reason);
        var until = request.ExpiresAt is { } end ? LocalizedText.Of("audit.until", $"{end.ToUniversalTime():u}") : LocalizedText.Of("audit.permanent");
        var banned = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.Ban, target.ToString(), AuditReason.With(until, reason)),
            () => bans.BanAsync(target, reason, request.ExpiresAt, caller.Name, cancellationToken));
        return banned.IsSuccess ? TypedResults.Ok(BanResponse.From(banned.Value)) : new Problem(banned.Error);
    }

    private static async Task<Results<NoContent, Problem>> LiftAsync(
        [AsParameters] LiftBanRequest request, Caller caller, IBans bans, AuditTrail audit, CancellationToken cancellationToken)
    {
        var target = Parse(request.Target);
        var lifted = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.Unban, target.ToString(), RequestText.Reason(request.Reason)),
            () => bans.UnbanAsync(target, caller.Name, cancellationToken));
        return lifted.IsSuccess ? TypedResults.NoContent() : new Problem(lifted.Error);
    }

    private static BanTarget Parse(string? target) =>
        BanTarget.TryParse(target, out var parsed) ? parsed : throw new InvalidOperationException("The validator has let no such target pass.");
}
