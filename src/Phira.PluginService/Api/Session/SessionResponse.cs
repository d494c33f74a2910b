using System.ComponentModel;

namespace Phira.PluginService.Api.Session;

/// <summary>Who is logged in.</summary>
/// <param name="Name">The administrator's name.</param>
internal sealed record SessionResponse([property: Description("Name of the administrator.")] string Name);
