using System.ComponentModel;

namespace Phira.PluginService.Api.Messages;

/// <summary>The result of a message to all players.</summary>
internal sealed record BroadcastResponse([property: Description("Number of connected users it was sent to.")] int Recipients);
