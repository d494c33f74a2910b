using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Guests;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>A call into the plugin that an operation makes, such as init or stop.</summary>
internal sealed class ControlItem<T>(Func<Result<T>> call) : WorkItem
{
    private readonly TaskCompletionSource<Result<T>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer.</summary>
    public Task<Result<T>> Answer => _done.Task;

    /// <inheritdoc />
    public override void Execute(IGuest guest) => _done.TrySetResult(call());

    /// <inheritdoc />
    public override void Fail(Error error) => _done.TrySetResult(error);
}
