using System.ComponentModel;

namespace Phira.PluginService.Api.Commands;

/// <summary>The answer of a command.</summary>
internal sealed record CommandOutputResponse([property: Description("The text that the command answered.")] string Output);
