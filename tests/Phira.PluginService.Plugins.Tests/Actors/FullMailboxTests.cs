using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Actors;

/// <summary>The behaviour of a plugin's mailbox when it is full.</summary>
public sealed class FullMailboxTests
{
    private const int Capacity = 4;

    private readonly PluginCounters _counters = new();
    private readonly Mailbox _mailbox;

    public FullMailboxTests() => _mailbox = new Mailbox(PluginName.Parse("slow"), Capacity, _counters);

    [Fact]
    public void Entries_are_taken_in_the_order_they_came()
    {
        WorkItem[] items = [Touches(), Chat(), Joined(), Touches()];
        Post(items);

        Assert.Equal(items, TakeAll());
    }

    [Fact]
    public void What_somebody_waits_for_is_taken_first()
    {
        var (chat, question) = (Chat(), new Question());
        Post(chat, question);

        Assert.Equal([question, chat], TakeAll());
    }

    [Fact]
    public void A_before_event_overtakes_the_after_events_that_still_wait()
    {
        var (joined, chat) = (Joined(), Chat());
        var offer = new OfferDelivery(new UserConnected(new FakeGame().Add(2, "b")), DateTimeOffset.UnixEpoch, new EventSequence());
        Post(joined, chat, offer);

        Assert.Equal([offer, joined, chat], TakeAll());
    }

    [Fact]
    public void The_oldest_high_rate_event_is_dropped_first()
    {
        var (chat, first, second, joined, late) = (Chat(), Touches(), Touches(), Joined(), Chat());
        Post(chat, first, second, joined, late);

        Assert.Equal([chat, second, joined, late], TakeAll());
        Assert.Equal(1, _counters.Drops);
    }

    [Fact]
    public void A_high_rate_event_makes_room_for_itself_only_among_its_own_kind()
    {
        WorkItem[] chats = [Chat(), Chat(), Chat(), Chat()];
        Post(chats);
        Post(Touches());

        Assert.Equal(chats, TakeAll());
        Assert.Equal(1, _counters.Drops);
    }

    [Fact]
    public void Without_high_rate_events_the_oldest_ordinary_one_is_dropped()
    {
        var (first, joined, second, third, late) = (Chat(), Joined(), Chat(), Chat(), Chat());
        Post(first, joined, second, third, late);

        Assert.Equal([joined, second, third, late], TakeAll());
        Assert.Equal(1, _counters.Drops);
    }

    [Fact]
    public void Events_about_who_is_here_are_never_dropped()
    {
        WorkItem[] joins = [.. Enumerable.Range(0, Capacity * 2).Select(_ => Joined())];
        Post(joins);
        Post(Chat(), Touches());

        Assert.Equal(joins, TakeAll());
        Assert.Equal(2, _counters.Drops);
    }

    [Fact]
    public void An_event_about_who_is_here_takes_the_place_of_another()
    {
        var (touches, chat, joins) = (Touches(), Chat(), Enumerable.Range(0, Capacity).Select(_ => Joined()).ToArray());
        Post(touches, chat);
        Post(joins);

        Assert.Equal(joins, TakeAll());
        Assert.Equal(2, _counters.Drops);
    }

    [Fact]
    public void A_plugin_that_is_hopelessly_behind_is_given_up()
    {
        var fits = Enumerable.Range(0, Capacity * 8).Select(_ => _mailbox.Post(Joined())).ToList();

        Assert.All(fits.SkipLast(1), Assert.True);
        Assert.False(fits[^1]);
    }

    [Fact]
    public void Too_many_questions_are_refused_at_once()
    {
        Question[] questions = [.. Enumerable.Range(0, Capacity + 1).Select(_ => new Question())];
        Post(questions);

        Assert.Equal(questions[..Capacity], TakeAll());
        Assert.Equal("plugin.busy", questions[^1].Failure?.Code.Value);
        Assert.Equal(0, _counters.Drops);
    }

    [Fact]
    public void A_question_that_nobody_waits_for_any_more_is_not_asked()
    {
        var (forgotten, question) = (new Question { Forgotten = true }, new Question());
        Post(forgotten, question);

        Assert.Equal([question], TakeAll());
    }

    [Fact]
    public void Whoever_waits_is_told_when_the_plugin_is_gone()
    {
        var (before, after) = (new Question(), new Question());
        Post(before, Chat());

        _mailbox.Close(new Error(PluginRuntimeErrors.NotRunning, "slow", "failed"));
        Post(after);

        Assert.Equal("plugin.not_running", before.Failure?.Code.Value);
        Assert.Equal("plugin.not_running", after.Failure?.Code.Value);
        Assert.Empty(TakeAll());
        Assert.Equal(0, _mailbox.Count);
    }

    [Theory]
    [InlineData(EventTypes.UserConnected, WorkClass.Kept)]
    [InlineData(EventTypes.UserDisconnected, WorkClass.Kept)]
    [InlineData(EventTypes.RoomDisbanded, WorkClass.Kept)]
    [InlineData(EventTypes.RoomStateChanged, WorkClass.Kept)]
    [InlineData(EventTypes.SessionSuspended, WorkClass.Kept)]
    [InlineData(EventTypes.SessionResumed, WorkClass.Kept)]
    [InlineData(EventTypes.SessionEnded, WorkClass.Kept)]
    [InlineData(EventTypes.MessageSent, WorkClass.Ordinary)]
    [InlineData(EventTypes.PlayerTouches, WorkClass.HighRate)]
    [InlineData("a.custom-one", WorkClass.Ordinary)]
    public void The_type_of_an_event_decides_how_it_is_treated(string type, object expected) =>
        Assert.Equal(expected, Delivery(new CustomEvent(type, "somebody", "{}", default)).Class);

    private static EventDelivery Delivery(GameEvent gameEvent) => new(gameEvent, DateTimeOffset.UnixEpoch, new EventSequence());

    private static EventDelivery Touches() => Delivery(new PlayerTouches(new(1), new(1), []));

    private static EventDelivery Chat() => Delivery(new MessageSent(new FakeGame().Add(1, "Ada"), "hello"));

    private static EventDelivery Joined() => Delivery(new UserConnected(new FakeGame().Add(1, "Ada")));

    private void Post(params WorkItem[] items) => Array.ForEach(items, item => _mailbox.Post(item));

    private List<WorkItem> TakeAll()
    {
        var taken = new List<WorkItem>();
        while (_mailbox.Take() is { } item)
        {
            taken.Add(item);
        }

        return taken;
    }

    /// <summary>Work whose answer somebody waits for.</summary>
    private sealed class Question : WorkItem
    {
        public bool Forgotten { get; init; }

        public Error? Failure { get; private set; }

        public override bool IsObsolete => Forgotten;

        public override void Execute(IGuest guest)
        {
        }

        public override void Fail(Error error) => Failure = error;
    }
}
