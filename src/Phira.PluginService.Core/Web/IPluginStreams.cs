using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Web;

/// <summary>The streams of events of the active plugins.</summary>
public interface IPluginStreams
{
    /// <summary>Finds a stream.</summary>
    /// <returns>The access; <c>stream.not_open</c> when there is none, or <c>plugin.restarting</c> when there may be one after the restart.</returns>
    Result<RouteAccess> Find(PluginName plugin, string name);

    /// <summary>Begins to read a stream. Who may read it has been checked.</summary>
    /// <param name="access">As it was found: another one since then ends the reading at once.</param>
    /// <param name="lastEventId">The last message that the reader has; null for none.</param>
    /// <returns>The reading; <c>stream.too_many_readers</c> when there are too many.</returns>
    Result<IStreamReading> Open(PluginName plugin, string name, RouteAccess access, IPAddress? address, string? lastEventId);

    /// <summary>Ends all reading, because the service stops.</summary>
    void CloseAll();
}
