using System.ComponentModel;

namespace Phira.PluginService.Api.Messages;

/// <summary>What became of a message to everybody.</summary>
internal sealed record BroadcastResponse([property: Description("Number of connected users it was sent to.")] int Recipients);
