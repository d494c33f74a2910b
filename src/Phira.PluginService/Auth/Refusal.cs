using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Auth;

/// <summary>An endpoint's answer to somebody who could not prove who they are.</summary>
internal sealed class Refusal(Error error) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => ErrorStatus.Of(error.Code);

    public Task ExecuteAsync(HttpContext httpContext) => AdminAuthenticationHandler.RefuseAsync(httpContext, error);
}
