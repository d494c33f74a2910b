using Microsoft.AspNetCore.Authorization;

namespace Phira.PluginService.Auth;

/// <summary>The caller may read the metrics.</summary>
internal sealed class MetricsReaderRequirement : IAuthorizationRequirement
{
    public const string Policy = "metrics";
}
