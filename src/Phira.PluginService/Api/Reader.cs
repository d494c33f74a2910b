using System.Security.Claims;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api;

/// <summary>Who sent a request and how to speak to them; bound by the framework from the request.</summary>
internal sealed record Reader(string Name, Language Language, string CorrelationId)
{
    public static ValueTask<Reader> BindAsync(HttpContext context) => ValueTask.FromResult(
        new Reader(
            context.User.FindFirstValue(ClaimTypes.Name) ?? "anonymous",
            RequestLanguage.Of(context.Request),
            ProblemWriter.TraceIdOf(context)));

    /// <summary>Who does something for a reason of ours.</summary>
    public ChangeCause Because(LocalizedText reason) => new(Name, reason, CorrelationId);

    /// <summary>Who does something for a reason of their own.</summary>
    public ChangeCause Because(string reason) => new(Name, reason, CorrelationId);
}
