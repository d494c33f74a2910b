namespace Phira.PluginService.Core.Web;

/// <summary>One reader of a stream. Used by one caller at a time, but for <see cref="End"/>. Dispose of it when the reader has gone.</summary>
public interface IStreamReading : IDisposable
{
    /// <summary>Raised once, on any thread, when the reader is too slow and what it has not read is gone.</summary>
    event Action? Dropped;

    /// <summary>Waits until there is something to send: messages, or a keep-alive.</summary>
    /// <returns>False when the reading has ended.</returns>
    ValueTask<bool> WaitAsync();

    /// <summary>Takes the next messages, encoded as they are sent. They belong to all readers.</summary>
    /// <param name="messages">Gets them, up to its capacity.</param>
    /// <returns>Number of messages taken.</returns>
    int Take(Span<ReadOnlyMemory<byte>> messages);

    /// <summary>Ends the reading: what waits, ends.</summary>
    void End();
}
