using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Actors;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The streams of all active plugins; bounds their readers, and keeps the connections of quiet ones alive.</summary>
internal sealed class StreamRegistry : IPluginStreams, IDisposable
{
    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(15);

    private readonly StreamsOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ITimer _keepAlive;
    private readonly ConcurrentDictionary<PluginName, ActiveStreams> _active = [];
    private readonly Lock _lock = new();
    private readonly AddressCounts _perAddress;
    private readonly Dictionary<PluginName, int> _perPlugin = [];
    private int _total;

    public StreamRegistry(IOptions<StreamsOptions> options, StreamMetrics metrics, TimeProvider timeProvider)
    {
        (_options, _timeProvider) = (options.Value, timeProvider);
        _perAddress = new AddressCounts(_options.StreamReadersPerAddress);
        metrics.Observe(() => _active.Values.Select(active => active.Streams));
        _keepAlive = timeProvider.CreateTimer(_ => KeepAlive(), null, KeepAliveInterval, KeepAliveInterval);
    }

    /// <summary>Creates the streams of a plugin.</summary>
    public PluginStreams Create(PluginName plugin) => new(plugin, _options, _timeProvider);

    /// <summary>Adds the streams of a plugin that becomes active, or replaces those of its previous version.</summary>
    public void Put(PluginStreams streams, InstanceStreams instance, Mailbox mailbox)
    {
        streams.Activate(instance);
        _active[streams.Plugin] = new ActiveStreams(streams, mailbox);
    }

    /// <summary>Removes the streams of a plugin.</summary>
    public void Remove(PluginStreams streams)
    {
        _active.TryRemove(streams.Plugin, out _);
        streams.Withdraw();
    }

    /// <inheritdoc />
    public Result<RouteAccess> Find(PluginName plugin, string name) =>
        FindStream(plugin, name) is { } stream ? stream.Access : _active.GetValueOrDefault(plugin)?.Mailbox.Suspended ?? NotOpen(plugin, name);

    /// <inheritdoc />
    public Result<IStreamReading> Open(PluginName plugin, string name, RouteAccess access, IPAddress? address, string? lastEventId)
    {
        if (FindStream(plugin, name) is not { } stream || stream.Access != access)
        {
            return NotOpen(plugin, name);
        }

        var client = ClientAddress.KeyOf(address);
        if (!TryEnter(plugin, client))
        {
            return new Error(StreamErrors.TooManyReaders, plugin.Value, name);
        }

        if (stream.TryAdd(lastEventId, _ => Leave(plugin, client)) is { } reading)
        {
            return reading;
        }

        Leave(plugin, client);
        return NotOpen(plugin, name);
    }

    /// <inheritdoc />
    public void CloseAll()
    {
        foreach (var (streams, _) in _active.Values)
        {
            streams.CloseReaders();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _keepAlive.Dispose();

    private EventStream? FindStream(PluginName plugin, string name) => _active.GetValueOrDefault(plugin)?.Streams.Find(name);

    private static Error NotOpen(PluginName plugin, string name) => new(StreamErrors.NotOpen, plugin.Value, name);

    private void KeepAlive()
    {
        foreach (var (streams, _) in _active.Values)
        {
            streams.KeepAlive();
        }
    }

    private bool TryEnter(PluginName plugin, IPAddress client)
    {
        lock (_lock)
        {
            var ofPlugin = _perPlugin.GetValueOrDefault(plugin);
            if (_total >= _options.StreamReaders || ofPlugin >= _options.StreamReadersPerPlugin || !_perAddress.HasPlace(client))
            {
                return false;
            }

            _total++;
            _perPlugin[plugin] = ofPlugin + 1;
            _perAddress.Enter(client);
            return true;
        }
    }

    private void Leave(PluginName plugin, IPAddress client)
    {
        lock (_lock)
        {
            _total--;
            _perAddress.Leave(client);
            if (--_perPlugin[plugin] == 0)
            {
                _perPlugin.Remove(plugin);
            }
        }
    }
}
