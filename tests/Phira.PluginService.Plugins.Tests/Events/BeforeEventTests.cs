using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Events;

public sealed class BeforeEventTests
{
    private const string Patient = "\n[limits]\nmax_cpu_time_ms = 3000\n";

    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(50);

    // Ends every call.
    private static readonly TimeSpan End = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Nobody_to_ask_means_go_on()
    {
        await using var host = new PluginHost();

        Assert.Equal(EventDecision.Proceed, await OfferMessageAsync(host));
    }

    [Fact]
    public async Task Those_with_higher_priority_are_asked_first_and_the_first_who_cancels_decides()
    {
        await using var host = await new PluginHost()
            .WithEcho("a", BeforeMessages(priority: -5)).WithEcho("b", BeforeMessages(priority: 7)).WithEcho("c", BeforeMessages()).StartAsync();
        foreach (var name in (string[])["a", "c"])
        {
            await new Echo(host, name).AskAsync($"outcome cancel by {name}");
        }

        Assert.Equal("by c", (await OfferMessageAsync(host)).CancelReason);

        Assert.Single(await new Echo(host, "b").EventsAsync("message-send", 0));
        Assert.Empty(await new Echo(host, "a").EventsAsync("message-send", 0));
    }

    [Fact]
    public async Task Those_of_equal_priority_are_asked_by_name()
    {
        await using var host = await new PluginHost().WithEcho("zeta", BeforeMessages())
            .WithEcho("alpha", BeforeMessages()).WithEcho("mu", BeforeMessages()).StartAsync();
        foreach (var name in (string[])["mu", "alpha", "zeta"])
        {
            await new Echo(host, name).AskAsync($"outcome cancel by {name}");
        }

        Assert.Equal("by alpha", (await OfferMessageAsync(host)).CancelReason);
    }

    [Fact]
    public async Task A_replaced_text_is_what_the_next_one_sees_and_what_goes_on()
    {
        await using var host = await new PluginHost().WithEcho("a", BeforeMessages())
            .WithEcho("b", BeforeMessages()).WithEcho("c", BeforeMessages()).StartAsync();
        await new Echo(host, "a").AskAsync("outcome replace 第一 🎈");
        await new Echo(host, "b").AskAsync("outcome replace second");

        var decision = await OfferMessageAsync(host);

        Assert.Equal("second", decision.Text());
        Json.Same("\"第一 🎈\"", (await new Echo(host, "b").PayloadAsync("message-send"))!["text"]);
        Json.Same("\"second\"", (await new Echo(host, "c").PayloadAsync("message-send"))!["text"]);
    }

    [Fact]
    public async Task A_text_is_replaced_only_where_there_is_one()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Before("user_connect", "command_input")).StartAsync();
        await new Echo(host).AskAsync("outcome replace /roll 1d1");
        var user = host.Game.Add(1, "a");

        Assert.Equal(EventDecision.Proceed, await OfferAsync(host, new UserConnected(user)));
        Assert.Equal("/roll 1d1", (await OfferAsync(host, new CommandInput(user, "/roll 2d6"))).Text());
    }

    [Fact]
    public async Task A_value_that_cannot_be_used_is_a_mistake_of_its_plugin_and_the_next_one_sees_the_value_before_it()
    {
        await using var host = await new PluginHost().WithEcho("a", BeforeMessages())
            .WithEcho("b", BeforeMessages()).WithEcho("c", BeforeMessages()).StartAsync();
        await new Echo(host, "a").AskAsync("outcome replace good");
        await new Echo(host, "b").AskAsync("outcome replace bad");

        var decision = await OfferMessageAsync(host);

        Assert.Equal("good", decision.Text());
        Json.Same("\"good\"", (await new Echo(host, "c").PayloadAsync("message-send"))!["text"]);
        Assert.Equal((0, 1, 0), (host.Plugin("a").Usage.Errors, host.Plugin("b").Usage.Errors, host.Plugin("c").Usage.Errors));
        Assert.Contains(
            host.PluginLog.Read(PluginName.Parse("b"), 100),
            line => line is
            {
                Level: PluginLogLevel.Warn,
                Message: "on-event: A handler of message_send wants \"bad\" instead, which cannot be used. Accepted: good."
            });
    }

    [Theory]
    [InlineData("zh-CN", "插件“echo”出错，此操作已被拒绝。")]
    [InlineData("en-US", "The plugin \"echo\" failed, so this was refused.")]
    public async Task A_value_that_cannot_be_used_of_a_handler_that_insists_refuses_the_action(string language, string text)
    {
        await using var host = await new PluginHost().WithEcho(manifest: BeforeMessages(failClosed: true)).StartAsync();
        await new Echo(host).AskAsync("outcome replace bad");

        Assert.Equal(text, (await OfferAsync(host, new MessageSent(host.Game.Add(1, "a", language), "hi"))).CancelReason);
    }

    [Fact]
    public async Task What_it_takes_to_look_a_value_up_is_not_counted_as_the_plugins_time()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(options => options.EventDeadline = Deadline, time: time)
            .WithEcho("a", BeforeMessages()).WithEcho("b", BeforeMessages()).StartAsync();
        foreach (var name in (string[])["a", "b"])
        {
            await new Echo(host, name).AskAsync($"outcome replace {name}");
        }

        var decision = await host.Events.OfferAsync(
            new MessageSent(host.Game.Add(1, "u"), "hi"),
            async (gameEvent, value, cancellationToken) =>
            {
                time.Advance(10 * Deadline);
                return await Offers.ReplaceTextAsync(gameEvent, value, cancellationToken);
            },
            CancellationToken.None).AsTask().WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);

        Assert.Equal("b", decision.Text());
    }

    [Fact]
    public async Task Who_wants_to_be_told_after_is_not_asked_and_the_other_way_round()
    {
        await using var host = await new PluginHost()
            .WithEcho("asked", BeforeMessages()).WithEcho("told", Echo.Subscribing("message_send")).StartAsync();
        await new Echo(host, "told").AskAsync("outcome cancel too late");

        Assert.Equal(EventDecision.Proceed, await OfferMessageAsync(host));
        host.Events.Publish(new MessageSent(host.Game.Add(1, "a"), "hi"));

        Json.Same("\"after\"", Assert.Single(await new Echo(host, "told").EventsAsync("message-send"))["phase"]);
        Json.Same("\"before\"", Assert.Single(await new Echo(host, "asked").EventsAsync("message-send", 0))["phase"]);
    }

    [Fact]
    public async Task An_error_of_the_handler_is_logged_and_the_action_goes_on()
    {
        await using var host = await new PluginHost().WithEcho(manifest: BeforeMessages()).StartAsync();
        await new Echo(host).AskAsync("outcome fail 不知道");

        Assert.Equal(EventDecision.Proceed, await OfferMessageAsync(host));

        Assert.Contains(
            host.PluginLog.Read(PluginName.Parse("echo"), 100),
            line => line is { Level: PluginLogLevel.Warn, Message: "on-event message_send: 不知道" });
        Assert.Equal((PluginState.Running, 1), (host.Plugin("echo").State, host.Plugin("echo").Usage.Errors));
    }

    [Fact]
    public async Task An_error_of_a_handler_that_insists_refuses_the_action()
    {
        await using var host = await new PluginHost().WithEcho(manifest: BeforeMessages(failClosed: true)).StartAsync();
        await new Echo(host).AskAsync("outcome fail no idea");

        Assert.NotNull((await OfferMessageAsync(host)).CancelReason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_of_the_handler_lets_the_action_go_on_unless_it_insists(bool failClosed)
    {
        await using var host = await new PluginHost()
            .WithHostile(manifest: Attacking("trap", failClosed)).WithEcho("later", Before("user_connect")).StartAsync();

        var decision = await OfferAsync(host, new UserConnected(host.Game.Add(1, "a", "en-US")));

        Assert.Equal(failClosed, decision.CancelReason is not null);
        await host.UntilAsync("hostile", PluginState.Failed);

        // Who comes next in the order is asked as if nothing had happened.
        Assert.Equal(failClosed ? 0 : 1, (await new Echo(host, "later").EventsAsync("user-connect", 0)).Count);

        // While it waits to be started again it still insists; once nobody starts it any more it does not.
        Assert.Equal(failClosed, (await OfferAsync(host, new UserConnected(host.Game.Add(1, "a")))).CancelReason is not null);
        await host.DoAsync("hostile", PluginOperation.Unload);
        Assert.Equal(EventDecision.Proceed, await OfferAsync(host, new UserConnected(host.Game.Add(1, "a"))));
    }

    [Theory]
    [InlineData("zh-CN", "插件“hostile”未能及时响应。")]
    [InlineData("en-US", "The plugin \"hostile\" did not answer in time.")]
    public async Task After_the_deadline_who_insists_refuses_the_action_in_the_players_language(string language, string text)
    {
        var time = new FakeTimeProvider();
        await using var host = await BusyHostAsync(time, failClosed: true);

        var offer = OfferAsync(host, new UserConnected(host.Game.Add(1, "a", language)));
        time.Advance(Deadline);

        Assert.Equal(text, (await offer).CancelReason);
        time.Advance(End);
    }

    [Theory]
    [InlineData(null, "插件“hostile”未能及时响应。")]
    [InlineData("", "插件“hostile”未能及时响应。")]
    [InlineData("zh-TW", "插件“hostile”未能及时响应。")]
    [InlineData("ja-JP", "The plugin \"hostile\" did not answer in time.")]
    public async Task The_language_comes_with_the_event_and_not_from_the_list_of_users(string? language, string text)
    {
        var time = new FakeTimeProvider();
        await using var host = await BusyHostAsync(time, failClosed: true);

        var offer = OfferAsync(host,
            new UserConnected(new UserSnapshot { Id = new(1), Name = "a", Language = "", IsConnected = false, ConnectedAt = default }) { Language = language });
        time.Advance(Deadline);

        Assert.Equal(text, (await offer).CancelReason);
        time.Advance(End);
    }

    [Fact]
    public async Task After_the_deadline_the_action_goes_on()
    {
        var time = new FakeTimeProvider();
        await using var host = await BusyHostAsync(time, failClosed: false);

        var offer = OfferAsync(host, new UserConnected(host.Game.Add(1, "a")));
        time.Advance(Deadline - TimeSpan.FromMilliseconds(1));
        Assert.False(offer.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(EventDecision.Proceed, await offer);
        time.Advance(End);
    }

    [Fact]
    public async Task The_deadline_is_for_all_handlers_together()
    {
        var time = new FakeTimeProvider();
        await using var host = await BusyHostAsync(time, failClosed: false, Before("user_connect"));

        var offer = OfferAsync(host, new UserConnected(host.Game.Add(1, "a")));
        time.Advance(Deadline);

        Assert.Equal(EventDecision.Proceed, await offer);
        Assert.Empty(await new Echo(host, "later").EventsAsync("user-connect", 0));
        time.Advance(End);
    }

    [Fact]
    public async Task An_answer_after_the_deadline_counts_for_nothing_and_the_plugin_goes_on()
    {
        await using var host = await new PluginHost(options => options.EventDeadline = Deadline)
            .WithHostile(manifest: Attacking("wait", failClosed: true, amount: 1000) + Patient).StartAsync();

        // The handler would let it happen, a second later.
        var decision = await OfferAsync(host, new UserConnected(host.Game.Add(1, "a")));

        Assert.NotNull(decision.CancelReason);
        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
        Assert.Equal(PluginState.Running, host.Plugin("hostile").State);
    }

    [Fact]
    public async Task Somebody_who_has_gone_is_no_reason_to_fail()
    {
        await using var host = await new PluginHost().WithEcho(manifest: BeforeMessages()).StartAsync();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        var decision = await host.Events.OfferAsync(new MessageSent(host.Game.Add(1, "a"), "hi"), gone.Token);

        Assert.Equal(EventDecision.Proceed, decision);
    }

    private static string BeforeMessages(int priority = 0, bool failClosed = false) => Echo.Subscribing(
        $"{{ type = \"message_send\", phase = \"before\", priority = {priority}, fail-closed = {(failClosed ? "true" : "false")} }}");

    private static string Before(params string[] types) =>
        Echo.Subscribing([.. types.Select(type => $"{{ type = \"{type}\", phase = \"before\" }}")]);

    private static string Attacking(string attack, bool failClosed, int amount = 0) => $"""

        [config]
        when = "event"
        phase = "before"
        attack = "{attack}"
        amount = {amount}
        failClosed = {(failClosed ? "true" : "false")}

        """;

    // The handler never comes back by itself.
    private static Task<PluginHost> BusyHostAsync(FakeTimeProvider time, bool failClosed, string? later = null)
    {
        var host = new PluginHost(options => options.EventDeadline = Deadline, time: time);
        host.WithHostile(manifest: Attacking("loop", failClosed) + Patient);
        return (later is null ? host : host.WithEcho("later", later)).StartAsync();
    }

    private static Task<EventDecision> OfferMessageAsync(PluginHost host) =>
        OfferAsync(host, new MessageSent(host.Game.Add(1, "a"), "hi"));

    private static Task<EventDecision> OfferAsync(PluginHost host, GameEvent gameEvent)
    {
        EventReplacement? replacement = gameEvent is MessageSent or CommandInput ? Offers.ReplaceTextAsync : null;
        return host.Events.OfferAsync(gameEvent, replacement, CancellationToken.None).AsTask().WaitAsync(PluginHost.Patience);
    }
}
