using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Tests.Support;

/// <summary>Public streams that a test names. They cannot be read.</summary>
internal sealed class FakeStreams : IPluginStreams
{
    private readonly HashSet<(string Plugin, string Name)> _streams = [];

    public FakeStreams With(string plugin, string name)
    {
        _streams.Add((plugin, name));
        return this;
    }

    public RouteAccess? Find(PluginName plugin, string name) => _streams.Contains((plugin.Value, name)) ? RouteAccess.Public : null;

    public Result<IStreamReading> Open(PluginName plugin, string name, RouteAccess access, IPAddress? address, string? lastEventId) =>
        new Error(new ErrorCode("stream.not_open", ErrorKind.NotFound), plugin.Value, name);

    public void CloseAll()
    {
    }
}
