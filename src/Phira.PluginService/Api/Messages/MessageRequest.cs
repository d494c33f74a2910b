using System.ComponentModel;

namespace Phira.PluginService.Api.Messages;

/// <summary>Shows a message in the game.</summary>
/// <param name="Text">What the players read.</param>
internal sealed record MessageRequest([property: Description("What the players read, at most 1000 characters.")] string? Text);
