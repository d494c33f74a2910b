using System.Security.Claims;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Auth;

/// <summary>The sender of a request and the language of the answer; bound by the framework.</summary>
internal sealed record Caller(string Name, Language Language, string CorrelationId)
{
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(
        new Caller(
            context.User.FindFirstValue(ClaimTypes.Name) ?? "anonymous",
            RequestLanguage.Of(context.Request),
            ProblemWriter.TraceIdOf(context)));

    /// <summary>The cause of a change made for a reason of the service.</summary>
    public ChangeCause Because(LocalizedText reason) => new(Name, reason, CorrelationId);

    /// <summary>The cause of a change made for a reason of the caller.</summary>
    public ChangeCause Because(string reason) => new(Name, reason, CorrelationId);
}
