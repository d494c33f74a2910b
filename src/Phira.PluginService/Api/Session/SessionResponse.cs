using System.ComponentModel;

namespace Phira.PluginService.Api.Session;

/// <summary>The administrator who is logged in.</summary>
internal sealed record SessionResponse([property: Description("Name of the administrator.")] string Name);
