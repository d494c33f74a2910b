using System.ComponentModel;

namespace Phira.PluginService.Api.Commands;

/// <summary>What a command answered.</summary>
internal sealed record CommandOutputResponse([property: Description("The text that the command answered.")] string Output);
