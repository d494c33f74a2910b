using System.ComponentModel;

namespace Phira.PluginService.Api.Session;

/// <summary>Who is logged in.</summary>
internal sealed record SessionResponse([property: Description("Name of the administrator.")] string Name);
