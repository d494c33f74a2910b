using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Commands;

/// <summary>The commands that plugins and the host offer; the same for game chat, REST and dashboard.</summary>
public interface ICommandRegistry
{
    /// <summary>All registered commands, ordered by name.</summary>
    IReadOnlyList<CommandDescription> Commands { get; }

    /// <summary>Runs a command.</summary>
    /// <param name="name">The name without slash, or <c>plugin:name</c>.</param>
    /// <param name="arguments">Everything after the name, trimmed.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <returns>The text to show, or why it could not be run.</returns>
    Task<Result<string>> InvokeAsync(string name, string arguments, CommandCaller caller, CancellationToken cancellationToken);
}
