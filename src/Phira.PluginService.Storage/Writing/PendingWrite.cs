using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Writing;

/// <summary>A queued write and its caller.</summary>
internal abstract class PendingWrite
{
    /// <summary>Whether it records what has happened already, and so must not be lost when the disk is full.</summary>
    public bool IsRecord { get; init; }

    /// <summary>The failure of the last attempt; null when it succeeded.</summary>
    public Exception? Failure { get; protected set; }

    /// <summary>The transaction that may have been committed although nobody was told; null when there is none.</summary>
    public string? InDoubt { get; set; }

    /// <summary>Whether the caller cancelled it before it began; its task is then cancelled.</summary>
    public abstract bool IsAbandoned();

    /// <summary>Carries it out inside the open transaction and keeps the outcome; false when it failed and must be undone.</summary>
    public abstract Task<bool> RunAsync(PhiraDbContext context);

    /// <summary>The transaction is on the disk: the caller gets the outcome.</summary>
    public abstract void Acknowledge();

    /// <summary>The transaction as a whole failed.</summary>
    public abstract void Fail(Exception exception);
}
