using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>The host's own command <c>/help</c>.</summary>
internal static class HelpCommand
{
    public const string Name = "help";

    /// <summary>The description in the list of commands.</summary>
    public static CommandDescription Description { get; } = new(
        Name, LocalizedText.Of("help.description").InEveryLanguage(" / "), "[command]", CommandLevel.Player, TimeSpan.Zero, Owner: null);

    /// <summary>Lists commands, or explains one.</summary>
    /// <param name="commands">All commands that the caller may use.</param>
    /// <param name="argument">Name of one command; empty for all.</param>
    public static Result<string> Run(IEnumerable<CommandDescription> commands, string argument, Language language)
    {
        commands = [.. commands];
        var wanted = argument.TrimStart('/');
        if (wanted.Length == 0)
        {
            return string.Join('\n', commands.Select(command => Line(command)).Prepend(LocalizedText.Of("help.header").In(language)));
        }

        return commands.FirstOrDefault(command => command.Name == wanted || $"{command.Owner}:{command.Name}" == wanted) is { } found
            ? found.Owner is null ? Line(found) : $"{Line(found)} ({LocalizedText.Of("help.from", $"{found.Owner}").In(language)})"
            : Unknown(wanted, commands);
    }

    /// <summary>The answer to a name that is none, with the one that was probably meant.</summary>
    /// <param name="commands">All commands that the caller may use.</param>
    public static Error Unknown(string name, IEnumerable<CommandDescription> commands)
    {
        var nearest = NearestKey.Of(name, commands.Select(command => command.Name));
        return NearestKey.IsNear(name, nearest)
            ? new Error(CommandErrors.Misspelt, name, nearest)
            : new Error(CommandErrors.NotFound, name);
    }

    private static string Line(CommandDescription command) =>
        $"/{command.Name}{(command.Usage.Length == 0 ? "" : " " + command.Usage)} - {command.Description}";
}
