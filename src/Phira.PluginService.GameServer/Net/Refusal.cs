using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>A connection is refused.</summary>
/// <param name="Text">The text that the player reads in reply to the login, in more than one language because the account is not known.</param>
internal sealed record Refusal(RefusalReason Reason, string Text);
