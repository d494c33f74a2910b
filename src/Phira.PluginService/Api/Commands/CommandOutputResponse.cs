using System.ComponentModel;

namespace Phira.PluginService.Api.Commands;

/// <summary>What a command answered.</summary>
/// <param name="Output">The text.</param>
internal sealed record CommandOutputResponse([property: Description("The text that the command answered.")] string Output);
