using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.Services;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Services;

public sealed class CallGraphTests
{
    private readonly ServiceRegistry _registry = new();
    private readonly CallGraph _graph;

    public CallGraphTests() => _graph = new CallGraph(_registry);

    [Fact]
    public void A_cycle_is_found_however_many_plugins_it_has()
    {
        var (a, b, c) = (Running("a"), Running("b"), Running("c"));
        Assert.Empty(_graph.Begin(a, b.Plugin));
        Assert.Empty(_graph.Begin(b, c.Plugin));

        Assert.Equal(["c", "a", "b", "c"], _graph.Begin(c, a.Plugin).Select(plugin => plugin.Value));
    }

    [Fact]
    public void Two_that_wait_for_a_third_make_no_cycle()
    {
        var (a, b, c) = (Running("a"), Running("b"), Running("c"));

        Assert.Empty(_graph.Begin(a, c.Plugin));
        Assert.Empty(_graph.Begin(b, c.Plugin));
    }

    [Fact]
    public void Who_waits_no_more_closes_no_cycle()
    {
        var (a, b) = (Running("a"), Running("b"));
        _graph.Begin(a, b.Plugin);

        _graph.End(a);

        Assert.Empty(_graph.Begin(b, a.Plugin));
    }

    [Fact]
    public void A_new_version_that_is_made_beside_the_active_one_keeps_nobody_waiting()
    {
        var (a, b, newA) = (Running("a"), Running("b"), Context("a"));
        Assert.Empty(_graph.Begin(b, a.Plugin));

        Assert.Empty(_graph.Begin(newA, b.Plugin));
    }

    [Fact]
    public void While_one_version_hands_over_to_the_next_what_both_do_keeps_callers_waiting()
    {
        var (a, b, newA) = (Running("a"), Running("b"), Context("a"));
        Assert.Empty(_graph.Begin(b, a.Plugin));

        _registry.Find(a.Plugin)!.Mailbox.Detach();

        Assert.Equal(["a", "b", "a"], _graph.Begin(newA, b.Plugin).Select(plugin => plugin.Value));
    }

    private HostContext Running(string name)
    {
        var context = Context(name);
        var mailbox = new Mailbox(context.Plugin, 4, context.Counters);
        mailbox.Attach(context, () => { });
        _registry.Put(new ActiveProvider(context.Plugin, new Semver.SemVersion(1, 0, 0), mailbox, new ProvidedServices()));
        return context;
    }

    private static HostContext Context(string name) => new()
    {
        Plugin = PluginName.Parse(name),
        Permissions = null!,
        Counters = new PluginCounters(),
        Log = null!,
        TimeProvider = TimeProvider.System,
    };
}
