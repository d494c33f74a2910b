using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>One use of a command, for the plugin that owns it.</summary>
/// <param name="arguments">Everything after the name.</param>
internal sealed class CommandDelivery(string name, string arguments, CommandCaller caller) : AnsweredItem<string>
{
    /// <summary>The function of a plugin that runs commands.</summary>
    public static readonly GuestExport Handler = new("command-handler", "on-command");

    // It goes to players and into the log: a text without end would be carried everywhere.
    private const int MaximumAnswer = 256 * 1024;

    /// <inheritdoc />
    public override string Description => $"command /{name}";

    /// <inheritdoc />
    protected override Result<string> Call(IGuest guest)
    {
        var answer = guest.Find(Handler) is { } handler
            ? guest.Call(handler, ReadText, WitCommands.Invocation(name, arguments, caller))
            : new GuestAnswer<string>(null, $"/{name} is gone", null);
        return answer switch
        {
            { Fault: { } fault } => fault.Error,
            { Refusal: { } text } => new Error(CommandErrors.Failed, text),
            _ => answer.Value!,
        };
    }

    private static string ReadText(ComponentValue? value) => GuestText.Lines(value!, MaximumAnswer);
}
