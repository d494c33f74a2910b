using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Writing;

[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "PendingWrite.cs holds the form without a result.")]
internal sealed class PendingWrite<T>(Func<PhiraDbContext, Task<T>> write, CancellationToken cancellationToken) : PendingWrite
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T outcome = default!;
    private Exception? failure;

    public Task<T> Completion => completion.Task;

    public override bool IsAbandoned()
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        completion.TrySetCanceled(cancellationToken);
        return true;
    }

    public override async Task<bool> RunAsync(PhiraDbContext context)
    {
        try
        {
            outcome = await write(context);
            return true;
        }
        catch (Exception exception)
        {
            failure = exception;
            return false;
        }
    }

    public override void Acknowledge()
    {
        if (failure is null)
        {
            completion.TrySetResult(outcome);
        }
        else
        {
            completion.TrySetException(failure);
        }
    }

    public override void Fail(Exception exception) => completion.TrySetException(failure ?? exception);
}
