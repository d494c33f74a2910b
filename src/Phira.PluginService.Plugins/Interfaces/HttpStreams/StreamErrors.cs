using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>Errors of streams that cannot be read.</summary>
internal static class StreamErrors
{
    /// <summary>{0}: plugin, {1}: stream.</summary>
    public static readonly ErrorCode TooManyReaders = new("stream.too_many_readers", ErrorKind.Unavailable);

    /// <summary>{0}: plugin, {1}: stream.</summary>
    public static readonly ErrorCode NotOpen = new("stream.not_open", ErrorKind.NotFound);
}
