using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Guests;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>A piece of work whose answer somebody waits for.</summary>
internal abstract class AnsweredItem<T> : WorkItem
{
    private readonly TaskCompletionSource<Result<T>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _obsolete;

    /// <summary>The answer, or why there is none.</summary>
    public Task<Result<T>> Answer => _answer.Task;

    /// <inheritdoc />
    public sealed override bool IsObsolete => _obsolete;

    /// <summary>Marks the item as obsolete: no caller waits any more.</summary>
    public void Forget() => _obsolete = true;

    /// <inheritdoc />
    public sealed override void Execute(IGuest guest) => _answer.TrySetResult(Call(guest));

    /// <inheritdoc />
    public sealed override void Fail(Error error) => _answer.TrySetResult(error);

    /// <summary>Finds the answer, on the plugin's thread.</summary>
    protected abstract Result<T> Call(IGuest guest);
}
