using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Attacks;

/// <summary>Texts of a plugin reach players, the history and the log, so they are cut where the guest hands them over.</summary>
public sealed class EndlessTextTests
{
    [Fact]
    public async Task An_error_of_a_lifecycle_function_is_cut()
    {
        await using var host = await new PluginHost().WithHostile(manifest: "\n[config]\nwhen = \"init\"\nattack = \"bigerror\"\namount = 512\n").StartAsync();

        var failure = host.Plugin("hostile").Failure!;
        Assert.Equal("plugin.init_failed", failure.Code.Value);
        Assert.Equal(8 * 1024, $"{Assert.Single(failure.Arguments)}".Length);
    }

    [Fact]
    public async Task What_players_read_of_a_refusal_is_cut()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("""{ type = "message_send", phase = "before" }""")).StartAsync();
        await new Echo(host).AskAsync($"outcome cancel {new string('x', 3000)}");

        var decision = await host.Events.OfferAsync(new MessageSent(host.Game.Add(1, "a"), "hi"), CancellationToken.None);

        Assert.Equal(2000, decision.CancelReason?.Length);
    }

    [Fact]
    public async Task What_players_read_in_place_of_another_text_is_cut()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("""{ type = "message_send", phase = "before" }""")).StartAsync();
        await new Echo(host).AskAsync($"outcome replace {new string('x', 3000)}");

        var decision = await host.Events.OfferTextAsync(new MessageSent(host.Game.Add(1, "a"), "hi"));

        Assert.Equal(2000, decision.Text()?.Length);
    }

    [Fact]
    public async Task An_answer_to_a_command_is_cut()
    {
        await using var host = await new PluginHost().WithHostile().StartAsync();

        Assert.Equal(256 * 1024, (await host.CommandAsync("hostile", "bigreply 512")).Value?.Length);
        Assert.Equal(PluginState.Running, host.Plugin("hostile").State);
    }
}
