using System.Collections.Immutable;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.HttpRoutes;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The functions of <c>http-streams</c> for one instance.</summary>
internal sealed class HttpStreamsFunctions(HostContext context, PluginStreams streams, StreamRegistry registry) : IPublication, IGrantObserver
{
    private const int MaximumNameLength = 64;

    private readonly InstanceStreams _instance = new(context.Permissions);

    public HostReply Open(ReadOnlySpan<ComponentValue> arguments)
    {
        var name = arguments[0].AsString();
        if (name.Length == 0 || !IsName(name))
        {
            return InvalidName("name", least: 1);
        }

        var opened = _instance.Opened.SetItem(name, WitRequests.ReadAccess(arguments[1]));
        if (opened.Count > streams.Options.StreamsPerPlugin)
        {
            return context.Exceeded(StreamsOptions.StreamsLimit, $"{StreamsOptions.StreamsLimit}: at most {streams.Options.StreamsPerPlugin}");
        }

        Change(opened);
        return HostReply.Done;
    }

    public HostReply Close(ReadOnlySpan<ComponentValue> arguments)
    {
        var name = arguments[0].AsString();
        if (!_instance.Opened.ContainsKey(name))
        {
            return NotOpen(name);
        }

        Change(_instance.Opened.Remove(name));
        return HostReply.Done;
    }

    public HostReply Publish(ReadOnlySpan<ComponentValue> arguments)
    {
        var (name, @event) = (arguments[0].AsString(), arguments[1].AsString());
        if (!_instance.Opened.ContainsKey(name))
        {
            return NotOpen(name);
        }

        if (!IsName(@event))
        {
            return InvalidName("event", least: 0);
        }

        if (!streams.IsActive(_instance) || streams.Find(name) is not { } stream)
        {
            return HostReply.Unavailable("streams have readers once the plugin runs: publish after start");
        }

        if (!streams.Rate.TryTake())
        {
            return context.Exceeded(StreamsOptions.RateLimit, $"{StreamsOptions.RateLimit}: {streams.Options.StreamMessagesPerSecond}");
        }

        return streams.Publish(stream, @event, arguments[2].AsString()) is { } readers
            ? ComponentValue.U32((uint)readers)
            : HostReply.Invalid($"data: {StreamsOptions.MessageLimit}: at most {streams.Options.StreamMessageBytes}");
    }

    public HostReply CountReaders(ReadOnlySpan<ComponentValue> arguments)
    {
        var name = arguments[0].AsString();
        if (!_instance.Opened.ContainsKey(name))
        {
            return NotOpen(name);
        }

        return ComponentValue.U32(streams.IsActive(_instance) ? (uint)(streams.Find(name)?.ReaderCount ?? 0) : 0);
    }

    /// <inheritdoc />
    void IPublication.Publish(Mailbox mailbox) => registry.Put(streams, _instance, mailbox);

    /// <inheritdoc />
    public void Withdraw() => registry.Remove(streams);

    /// <inheritdoc />
    public void OnGrantsChanged() => streams.Refresh(_instance);

    private void Change(ImmutableSortedDictionary<string, RouteAccess> opened)
    {
        _instance.Opened = opened;
        streams.Refresh(_instance);
    }

    private static HostReply NotOpen(string name) => HostReply.NotFound($"stream {name}");

    private static HostReply InvalidName(string argument, int least) =>
        HostReply.Invalid($"{argument}: {least} to {MaximumNameLength} characters of a-z 0-9 . _ -");

    private static bool IsName(string name) =>
        name.Length <= MaximumNameLength && GuestNames.ConsistsOf(name, "._-");
}
