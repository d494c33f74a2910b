using System.Net;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class FullDiskTests
{
    private static readonly Error Full = FullDisk.Describe("/data");

    [Theory]
    [InlineData("/api/v1/plugins/welcome/reload", null)]
    [InlineData("/api/v1/bans", """{"target":"user:7"}""")]
    [InlineData("/api/v1/messages", """{"text":"hello"}""")]
    public async Task What_cannot_be_recorded_is_answered_with_507_and_not_carried_out(string path, string? body)
    {
        await using var service = new TestService();
        service.Storage.Problem = Full;

        var answer = await service.Admin().Post(path, body);

        await answer.ReadProblemAsync(HttpStatusCode.InsufficientStorage, "storage.full");
        Assert.Empty(service.Audit.Entries);
        Assert.Empty(service.Plugins.Operations);
    }

    [Fact]
    public async Task Readiness_says_why_and_liveness_holds()
    {
        await using var service = new TestService();
        service.Plugins.IsReady = true;
        service.Game.Port = 12346;
        service.Storage.Problem = Full;

        var answer = await service.Anonymous().Get("/healthz/ready");

        var problem = await answer.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "storage.full");
        Assert.Contains("no space left", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous().Get("/healthz/live")).StatusCode);
    }
}
