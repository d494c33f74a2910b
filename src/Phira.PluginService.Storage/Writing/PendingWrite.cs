using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Writing;

/// <summary>A queued write and its caller.</summary>
internal abstract class PendingWrite
{
    /// <summary>Whether the write records something that has happened already, and so must not be lost when the disk is full.</summary>
    public bool IsRecord { get; init; }

    /// <summary>The failure of the last attempt; null when it succeeded.</summary>
    public Exception? Failure { get; protected set; }

    /// <summary>The transaction that may have been committed although nobody was told; null when there is none.</summary>
    public string? InDoubt { get; set; }

    /// <summary>Whether the caller cancelled it before it began; its task is then cancelled.</summary>
    public abstract bool IsAbandoned();

    /// <summary>Carries it out inside the open transaction and keeps the outcome; false when it failed and must be undone.</summary>
    public abstract Task<bool> RunAsync(PhiraDbContext context);

    /// <summary>Gives the outcome to the caller, after the transaction is on the disk.</summary>
    public abstract void Acknowledge();

    /// <summary>Gives the failure of the whole transaction to the caller.</summary>
    public abstract void Fail(Exception exception);
}
