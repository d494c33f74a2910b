using System.ComponentModel;

namespace Phira.PluginService.Api.Health;

/// <summary>The answer of a health check.</summary>
internal sealed record ProbeResponse([property: Description("The state: live or ready.")] string Status);
