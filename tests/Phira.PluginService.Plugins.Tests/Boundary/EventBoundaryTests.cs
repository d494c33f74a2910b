using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class EventBoundaryTests(EventBoundaryTests.Listener listener) : IClassFixture<EventBoundaryTests.Listener>
{
    private const string CustomType = "dice_rolled";

    public static TheoryData<string> Names => [.. EveryEvent.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_field_of_an_event_arrives_as_it_was_sent(string name)
    {
        var (_, sent, json) = EveryEvent.All.Single(sample => sample.Name == name);
        await listener.Echo.AskAsync("forget");

        listener.Host.Events.Publish(sent);

        var received = (await listener.Echo.EventsAsync(CaseOf(sent)))[^1];
        var payload = received["payload"]![CaseOf(sent)];
        if (sent is AddedEvent)
        {
            payload!["data"] = JsonNode.Parse(payload["data"]!.GetValue<string>());
        }

        Json.Same(json, payload);
        Assert.Equal("after", received["phase"]!.GetValue<string>());
    }

    [Fact]
    public void The_samples_hold_every_predefined_type() =>
        Assert.Equal(EventTypes.Predefined.Order(), EveryEvent.All.Select(sample => sample.Event.Type).Where(type => type != CustomType).Distinct().Order());

    [Fact]
    public async Task Numbers_rise_by_one_and_the_time_is_that_of_the_event()
    {
        await listener.Echo.AskAsync("forget");
        var before = Now();

        for (var i = 0; i < 3; i++)
        {
            listener.Host.Events.Publish(new UserConnected(Samples.User));
        }

        var events = await listener.Echo.EventsAsync("user-connect", 3);
        var numbers = events.Select(item => item["sequence"]!.GetValue<long>()).ToArray();
        Assert.Equal([numbers[0], numbers[0] + 1, numbers[0] + 2], numbers);
        Assert.All(events, item => Assert.InRange(
            item["at"]!.GetValue<long>(), before, Now()));

        long Now() => listener.Host.Runtime.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();
    }

    [Fact]
    public async Task Long_lists_arrive_whole()
    {
        await listener.Echo.AskAsync("forget");
        var judges = Enumerable.Range(0, 2000).Select(i => new JudgeEvent(i, (uint)i, (uint)(2 * i), (Judgement)(i % 6)));

        listener.Host.Events.Publish(new PlayerJudges(new(42), new(7), [.. judges]));

        var received = (await listener.Echo.PayloadAsync("player-judges"))!["judges"]!.AsArray();
        Assert.Equal(2000, received.Count);
        Json.Same("""{"time": 1999, "line": 1999, "note": 3998, "judgement": "good"}""", received[^1]);
    }

    [Fact]
    public async Task A_long_text_arrives_whole()
    {
        await listener.Echo.AskAsync("forget");
        var text = string.Concat(Enumerable.Repeat(Samples.Text, 2000));

        listener.Host.Events.Publish(new MessageSent(Samples.User, text));

        Json.Same(JsonSerializer.Serialize(text), (await listener.Echo.PayloadAsync("message-send"))!["text"]);
    }

    [Fact]
    public async Task Half_a_character_arrives_as_a_replacement()
    {
        await listener.Echo.AskAsync("forget");

        listener.Host.Events.Publish(new MessageSent(Samples.User, "a\ud83cb"));

        Json.Same("\"a\ufffdb\"", (await listener.Echo.PayloadAsync("message-send"))!["text"]);
    }

    private static string CaseOf(GameEvent sent) => sent is CustomEvent or AddedEvent ? "custom" : sent.Type.Replace('_', '-');

    public sealed class Listener : IAsyncLifetime
    {
        internal PluginHost Host { get; } = new();

        internal Echo Echo { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Host.WithEcho(manifest: Echo.Subscribing([.. EventTypes.Predefined, CustomType])).StartAsync();
            Echo = new Echo(Host);

            // Its own start is an event, too: once that is here, nothing else comes by itself.
            await Echo.EventsAsync("plugin-state-change");
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
