using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>Everybody can send to the routes of the gallery's plugins. No request that the service takes is too large for them.</summary>
public sealed class LargeRequestTests
{
    private const int LargestBody = 1 << 20;
    private const int LongQuery = 7000;
    private const int Times = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("room-list-page", "rooms", HttpStatusCode.OK)]
    [InlineData("scoreboard", "rounds", HttpStatusCode.OK)]
    [InlineData("scoreboard", "charts/1", HttpStatusCode.NotFound)]
    [InlineData("tournament", "board", HttpStatusCode.OK)]
    [InlineData("spectate-heat", "rooms/none", HttpStatusCode.NotFound)]
    public async Task A_route_answers_the_largest_requests(string plugin, string path, HttpStatusCode status)
    {
        using var folder = new ServiceFolder().WithGallery(plugin);
        await using var service = await RunningService.StartAsync(folder);
        await service.Api.WaitUntilRunningAsync(plugin);
        using var visitor = service.Visitor();
        byte[] text = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("€", LargestBody / 3)))];

        for (var time = 0; time < Times; time++)
        {
            Assert.Equal(status, await StatusAsync("", text, "text/plain; charset=utf-8"));
            Assert.Equal(status, await StatusAsync("", new byte[LargestBody], "application/octet-stream"));
            Assert.Equal(status, await StatusAsync($"?{string.Concat(Enumerable.Repeat("a=b&", LongQuery / 4))}", [], "text/plain"));
            Assert.Equal(status, await StatusAsync($"?{new string('9', LongQuery)}={new string('%', 9)}", [], "text/plain"));
        }

        Assert.Empty((JsonArray)await service.Api.GetAsync($"plugins/{plugin}/crashes"));
        Assert.Equal("running", (string?)(await service.Api.PluginAsync(plugin))["state"]);

        async Task<HttpStatusCode> StatusAsync(string query, byte[] body, string type)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{plugin}/{path}{query}") { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await visitor.SendAsync(request, Stop);
            return answer.StatusCode;
        }
    }
}
