using System.Net;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class PluginListTests
{
    [Fact]
    public async Task Every_field_of_the_contract_is_there()
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("welcome") with
        {
            Author = "Ada",
            Description = "Greets",
            License = "MIT",
            Website = "https://example.org",
            Category = "fun",
            Tags = ["a", "b"],
            Pages = [new PluginPage("board", "Board", "trophy", "/board", IsPublic: true)],
            AbiVersion = "1.0.0",
            Sha256 = "00ff",
            AllowedOperations = [PluginOperation.Unload, PluginOperation.Reload],
            Usage = new PluginUsage
            {
                MemoryBytes = 1,
                PeakMemoryBytes = 2,
                LinearMemoryBytes = 11,
                TableBytes = 12,
                InstanceBytes = 13,
                HandleBytes = 14,
                CpuTime = TimeSpan.FromSeconds(0.5),
                ActiveRequests = 3,
                QueueLength = 4,
                Calls = 5,
                Errors = 6,
                Traps = 7,
                LimitHits = 8,
                Drops = 9,
                Restarts = 10,
                StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                InstanceStartTime = TimeSpan.FromMilliseconds(1.5),
                CompileTime = TimeSpan.FromMilliseconds(20),
            },
        });

        var answer = await (await service.Admin().Get("/api/v1/plugins")).Text();

        Assert.Equal(
            """
            [{"name":"welcome","state":"running","version":"1.2.3","author":"Ada","description":"Greets","license":"MIT",
            "website":"https://example.org","category":"fun","tags":["a","b"],
            "pages":[{"id":"board","title":"Board","icon":"trophy","path":"/board","public":true}],"abiVersion":"1.0.0","sha256":"00ff",
            "changedAt":"2026-11-22T12:00:00+00:00","failure":null,"pending":null,"restartAt":null,"allowedOperations":["unload","reload"],"health":{"status":"healthy","reasons":[]},
            "usage":{"memoryBytes":1,"peakMemoryBytes":2,"linearMemoryBytes":11,"tableBytes":12,"instanceBytes":13,"handleBytes":14,"cpuSeconds":0.5,"activeRequests":3,"queueLength":4,"calls":5,"errors":6,
            "traps":7,"limitHits":8,"drops":9,"restarts":10,"startedAt":"2026-01-02T03:04:05+00:00","instanceStartMilliseconds":1.5,
            "compileMilliseconds":20}}]
            """.ReplaceLineEndings(""),
            answer);
    }

    [Fact]
    public async Task States_are_written_in_kebab_case()
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("waiting", PluginState.PendingApproval));

        var plugin = await (await service.Admin().Get("/api/v1/plugins/waiting")).ReadAsync();

        Assert.Equal("pending-approval", plugin.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("zh-CN", "掷骰子")]
    [InlineData("en", "Dice")]
    public async Task A_description_is_in_the_language_of_the_caller(string language, string description)
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice") with
        {
            Description = new TranslatedText([new("en", "Dice"), new("zh-CN", "掷骰子")]),
        });

        var plugin = await (await service.Admin(language).Get("/api/v1/plugins/dice")).ReadAsync();

        Assert.Equal(description, plugin.GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("zh-CN", "它的健康检查结果为严重", "没有名为“base”的插件。")]
    [InlineData("en", "its health check is critical", "No plugin is called \"base\".")]
    public async Task Failure_and_reasons_are_in_the_readers_language(string language, string reason, string message)
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("broken", PluginState.Failed) with
        {
            Failure = new Error(PluginErrors.NotFound, "base") { Location = new SourceLocation("plugins/broken/plugin.toml", 7, 3) },
            Health = new PluginHealth(HealthStatus.Critical, [LocalizedText.Of("health.critical")]),
        });

        var response = await service.Admin(language).Get("/api/v1/plugins/broken");
        var plugin = await response.ReadAsync();

        Assert.Equal(reason, plugin.GetProperty("health").GetProperty("reasons")[0].GetString());
        var failure = plugin.GetProperty("failure");
        Assert.Equal(message, failure.GetProperty("message").GetString());
        Assert.Equal("plugin.not_found", failure.GetProperty("code").GetString());
        Assert.Equal("plugins/broken/plugin.toml", failure.GetProperty("file").GetString());
        Assert.Equal(7, failure.GetProperty("line").GetInt32());
        Assert.Equal(3, failure.GetProperty("column").GetInt32());
        Assert.Equal(language, Assert.Single(response.Content.Headers.ContentLanguage));
    }

    [Fact]
    public async Task What_a_plugin_waits_for_is_told_with_the_next_step()
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice", PluginState.PendingApproval) with
        {
            Pending = new Error(PluginErrors.NotFound, "dice"),
            RestartAt = new DateTimeOffset(2026, 11, 22, 12, 1, 0, TimeSpan.Zero),
        });

        var plugin = await (await service.Admin().Get("/api/v1/plugins/dice")).ReadAsync();

        Assert.Equal("pending-approval", plugin.GetProperty("state").GetString());
        Assert.NotEqual("", plugin.GetProperty("pending").GetProperty("remedy").GetString());
        Assert.Equal("2026-11-22T12:01:00+00:00", plugin.GetProperty("restartAt").GetString());
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("No%20Name")]
    public async Task An_unknown_plugin_is_not_found(string name)
    {
        await using var service = new TestService();

        var response = await service.Admin().Get($"/api/v1/plugins/{name}");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
    }
}
