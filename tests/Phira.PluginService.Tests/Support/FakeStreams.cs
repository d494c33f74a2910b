using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Tests.Support;

/// <summary>Streams that a test names. Nothing is published to them: a reader waits until its reading ends.</summary>
internal sealed class FakeStreams : IPluginStreams
{
    private readonly Dictionary<(string Plugin, string Name), RouteAccess> _streams = [];

    /// <summary>Completes when somebody reads.</summary>
    public TaskCompletionSource<IStreamReading> Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer for any other stream.</summary>
    public Error Failure { get; set; } = new(new ErrorCode("stream.not_open", ErrorKind.NotFound), "plugin", "stream");

    public FakeStreams With(string plugin, string name, RouteAccess access = RouteAccess.Public)
    {
        _streams[(plugin, name)] = access;
        return this;
    }

    public Result<RouteAccess> Find(PluginName plugin, string name) => _streams.TryGetValue((plugin.Value, name), out var access) ? access : Failure;

    public Result<IStreamReading> Open(PluginName plugin, string name, RouteAccess access, IPAddress? address, string? lastEventId)
    {
        var reading = new Reading();
        Opened.TrySetResult(reading);
        return reading;
    }

    public void CloseAll()
    {
    }

    private sealed class Reading : IStreamReading
    {
        private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public event Action? Dropped
        {
            add { }
            remove { }
        }

        public ValueTask<bool> WaitAsync() => new(_ended.Task);

        public int Take(Span<ReadOnlyMemory<byte>> messages) => 0;

        public void End() => _ended.TrySetResult(false);

        public void Dispose() => End();
    }
}
