using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>One use of a command, for the plugin that owns it.</summary>
/// <param name="arguments">Everything after the name.</param>
internal sealed class CommandDelivery(string name, string arguments, CommandCaller caller) : WorkItem
{
    /// <summary>The function of a plugin that runs commands.</summary>
    public static readonly GuestExport Handler = new("command-handler", "on-command");

    // It goes to players and into the log: a text without end would be carried everywhere.
    private const int MaximumAnswer = 256 * 1024;

    private readonly TaskCompletionSource<Result<string>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _obsolete;

    /// <summary>The text to show, or why there is none.</summary>
    public Task<Result<string>> Answer => _answer.Task;

    /// <inheritdoc />
    public override bool IsObsolete => _obsolete;

    /// <inheritdoc />
    public override string Description => $"command /{name}";

    /// <summary>Nobody waits any more.</summary>
    public void Forget() => _obsolete = true;

    /// <inheritdoc />
    public override void Execute(IGuest guest)
    {
        var answer = guest.Find(Handler) is { } handler
            ? guest.Call(handler, ReadText, WitCommands.Invocation(name, arguments, caller))
            : new GuestAnswer<string>(null, $"/{name} is gone", null);
        _answer.TrySetResult(answer switch
        {
            { Fault: { } fault } => fault.Error,
            { Refusal: { } text } => new Error(CommandErrors.Failed, text),
            _ => answer.Value!,
        });
    }

    /// <inheritdoc />
    public override void Fail(Error error) => _answer.TrySetResult(error);

    private static string ReadText(ComponentValue? value) => GuestText.Lines(value!, MaximumAnswer);
}
