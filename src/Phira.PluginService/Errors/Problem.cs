using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>An endpoint's answer that is a failure.</summary>
/// <param name="status">The HTTP status, where it is not the one of the error's code.</param>
internal sealed class Problem(Error error, int? status = null) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status ?? ErrorStatus.Of(error.Code);

    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, error, status);
}
