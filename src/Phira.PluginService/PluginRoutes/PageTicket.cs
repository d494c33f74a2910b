using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Lets a page of one plugin use the routes for administrators, for a while.</summary>
/// <param name="Secret">The part of the address that is the ticket.</param>
/// <param name="Caller">The administrator it was issued to.</param>
/// <param name="Session">The browser session it was issued in; null for a caller with the token.</param>
internal sealed record PageTicket(string Secret, PluginName Plugin, string Caller, string? Session, DateTimeOffset ExpiresAt);
