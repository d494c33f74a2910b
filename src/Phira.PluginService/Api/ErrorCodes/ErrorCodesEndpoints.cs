using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Auth;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.ErrorCodes;

/// <summary>Explains the error codes of the service.</summary>
internal static class ErrorCodesEndpoints
{
    public static void MapErrorCodes(this IEndpointRouteBuilder api) =>
        api.MapGet("/errors", List)
            .WithTags("System")
            .WithName("ListErrorCodes")
            .WithSummary("Lists every error code with its meaning and remedy, ordered by code.")
            .WithDescription("The texts follow Accept-Language; the codes never change.");

    private static Ok<IReadOnlyList<ErrorCodeResponse>> List(Caller caller) =>
        TypedResults.Ok<IReadOnlyList<ErrorCodeResponse>>([.. ErrorCatalog.All.Select(code => ErrorCodeResponse.From(code, caller.Language))]);
}
