using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Messages;

/// <summary>Shows a message in the game.</summary>
[RequestExample("""{"text":"The server restarts in five minutes."}""")]
internal sealed record MessageRequest([property: Description("The text that the players read, at most 1000 characters.")] string? Text);
