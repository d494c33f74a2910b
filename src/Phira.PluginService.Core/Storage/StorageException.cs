using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Storage;

/// <summary>
/// A store could not write because the disk takes nothing. The stores answer with values otherwise; this is thrown because it concerns every
/// write alike, and is turned into its <see cref="Error"/> where an operation is answered.
/// </summary>
/// <param name="error">The answer to the operation.</param>
/// <param name="innerException">The exception that the system reported, if any.</param>
public sealed class StorageException(Error error, Exception? innerException = null) : Exception(error.Message(), innerException)
{
    /// <summary>The answer to the operation.</summary>
    public Error Error { get; } = error;
}
