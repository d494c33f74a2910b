using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>An endpoint's answer that is a failure.</summary>
/// <param name="error">The failure.</param>
internal sealed class Problem(Error error) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => ErrorStatus.Of(error.Code.Kind);

    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, error);
}
