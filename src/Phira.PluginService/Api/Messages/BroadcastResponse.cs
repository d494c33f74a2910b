using System.ComponentModel;

namespace Phira.PluginService.Api.Messages;

/// <summary>What became of a message to everybody.</summary>
/// <param name="Recipients">How many users it was sent to.</param>
internal sealed record BroadcastResponse([property: Description("Number of connected users it was sent to.")] int Recipients);
