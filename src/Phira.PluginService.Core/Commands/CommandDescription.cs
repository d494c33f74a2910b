using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Commands;

/// <summary>A registered command.</summary>
/// <param name="Name">
/// The name typed after the slash: 1 to 32 characters of <c>a-z 0-9 - _</c>; listed as <c>plugin:name</c> while another plugin owns it.
/// </param>
/// <param name="Description">One line for <c>/help</c>.</param>
/// <param name="Usage">The arguments, for example <c>&lt;count&gt;d&lt;sides&gt;</c>; empty when there are none.</param>
/// <param name="Cooldown">Least time between two uses by the same caller.</param>
/// <param name="Owner">The plugin that registered it; null for a command of the host itself.</param>
public sealed record CommandDescription(
    string Name, string Description, string Usage, CommandLevel Level, TimeSpan Cooldown, PluginName? Owner);
