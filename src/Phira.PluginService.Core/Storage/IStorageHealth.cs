using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Storage;

/// <summary>Whether what happens now can be recorded. The service recovers by itself as soon as the disk takes writes again.</summary>
public interface IStorageHealth
{
    /// <summary>The reason why nothing can be recorded now, as last seen; null while writes succeed. Reads no disk.</summary>
    Error? Problem { get; }

    /// <summary>Looks at the disk. Call it before an operation that must be recorded, and refuse the operation when there is a problem.</summary>
    /// <returns>The reason why the operation cannot be recorded; null when it can be.</returns>
    Error? Check();
}
