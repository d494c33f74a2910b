using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class PluginHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Transitions_tell_what_when_who_and_why()
    {
        await using var service = NewService();
        service.Plugins.Transitions.Add(new PluginTransition(
            PluginName.Parse("dice"), null, PluginState.Discovered, Noon, ChangeCause.ByService(ChangeSource.Host, "Found", "c1"), null));

        var answer = await (await service.Admin().Get("/api/v1/plugins/dice/transitions")).Text();

        Assert.Equal(
            """
            [{"from":null,"to":"discovered","at":"2026-11-22T12:00:00+00:00","actor":"host","reason":"Found","correlationId":"c1","failure":null}]
            """,
            answer);
    }

    [Theory]
    [InlineData("zh-CN", "服务启动", "内存用量超过 max_memory 的 80%。")]
    [InlineData("en", "the service starts", "It uses more than 80 % of max_memory.")]
    public async Task Transitions_speak_the_language_of_the_reader(string language, string reason, string failure)
    {
        await using var service = NewService();
        service.Plugins.Transitions.Add(new PluginTransition(
            PluginName.Parse("dice"),
            PluginState.Compiled,
            PluginState.Failed,
            Noon,
            ChangeCause.ByService(ChangeSource.Host, LocalizedText.Of("cause.service_starts"), "c1"),
            LocalizedText.Of("health.memory", "80")));
        var caller = service.Admin();
        caller.Headers.Remove("Accept-Language");

        var answer = await (await caller.With("Accept-Language", language).Get("/api/v1/plugins/dice/transitions")).ReadAsync();

        Assert.Equal((reason, failure), (answer[0].GetProperty("reason").GetString(), answer[0].GetProperty("failure").GetString()));
    }

    [Fact]
    public async Task The_number_of_transitions_can_be_chosen_and_is_50_otherwise()
    {
        await using var service = NewService();
        for (var i = 0; i < 70; i++)
        {
            service.Plugins.Transitions.Add(new PluginTransition(
                PluginName.Parse("dice"), PluginState.Running, PluginState.Stopped, Noon, new ChangeCause("admin", "x", "c"), null));
        }

        Assert.Equal(50, (await (await service.Admin().Get("/api/v1/plugins/dice/transitions")).ReadAsync()).GetArrayLength());
        Assert.Equal(60, (await (await service.Admin().Get("/api/v1/plugins/dice/transitions?count=60")).ReadAsync()).GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_plugin_has_none()
    {
        await using var service = NewService();

        await (await service.Admin().Get("/api/v1/plugins/none/transitions")).ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
    }

    private static TestService NewService()
    {
        var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));
        return service;
    }
}
