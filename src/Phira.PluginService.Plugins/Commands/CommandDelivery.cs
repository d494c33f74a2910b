using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>One use of a command, for the plugin that owns it.</summary>
/// <param name="arguments">Everything after the name.</param>
internal sealed class CommandDelivery(string name, string arguments, CommandCaller caller) : WorkItem
{
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
    public override void Execute(PluginGuest guest)
    {
        var answer = guest.OnCommand(name, arguments, caller);
        _answer.TrySetResult(answer switch
        {
            { Fault: { } fault } => fault.Error,
            { Refusal: { } text } => new Error(CommandErrors.Failed, text),
            _ => answer.Value!,
        });
    }

    /// <inheritdoc />
    public override void Fail(Error error) => _answer.TrySetResult(error);
}
