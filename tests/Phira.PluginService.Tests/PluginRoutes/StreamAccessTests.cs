using System.Net;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.PluginRoutes;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.PluginRoutes;

/// <summary>A stream is opened once and read for days: that must not outlast the access by which it was opened.</summary>
public sealed class StreamAccessTests : IAsyncDisposable
{
    private static readonly (string, string) FromOurPage = ("Sec-Fetch-Site", "same-origin");
    private static readonly TimeSpan SafetyNet = Testing.Eventually.Patience;

    private readonly TestService _service = new();

    public StreamAccessTests()
    {
        _service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));
        _service.Routes.With("dice", "/page");
        _service.Streams.With("dice", "rolls", RouteAccess.Admin);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Signing_out_ends_the_streams_of_that_session()
    {
        var cookie = await Browser.LogInAsync(_service);
        var reading = _service.Anonymous().Send("GET", "/plugins/dice/streams/rolls", ("Cookie", cookie), FromOurPage);
        await _service.Streams.Opened.Task.WaitAsync(SafetyNet, Stop);

        await SignOutAsync(cookie);

        Assert.Equal(HttpStatusCode.OK, (await reading.WaitAsync(SafetyNet, Stop)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_streams_of_pages_that_the_session_opened()
    {
        var cookie = await Browser.LogInAsync(_service);
        var reading = _service.Anonymous().Get(await IssueAsync(cookie) + "streams/rolls");
        await _service.Streams.Opened.Task.WaitAsync(SafetyNet, Stop);

        await SignOutAsync(cookie);

        Assert.Equal(HttpStatusCode.OK, (await reading.WaitAsync(SafetyNet, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_not_prolonged_loses_its_streams_with_its_ticket()
    {
        var reading = _service.Anonymous().Get(await IssueAsync(await Browser.LogInAsync(_service)) + "streams/rolls");
        await _service.Streams.Opened.Task.WaitAsync(SafetyNet, Stop);

        // The time at once, and then the second after which it is looked at.
        _service.Clock.AdjustTime(_service.Clock.GetUtcNow() + PageTickets.Lifetime);
        _service.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await reading.WaitAsync(SafetyNet, Stop)).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_signing_out_ends_nothing()
    {
        var (mine, theirs) = (await Browser.LogInAsync(_service), await Browser.LogInAsync(_service));
        var reading = _service.Anonymous().Send("GET", "/plugins/dice/streams/rolls", ("Cookie", mine), FromOurPage);
        var opened = await _service.Streams.Opened.Task.WaitAsync(SafetyNet, Stop);

        await SignOutAsync(theirs);

        // Whatever a signing out ends, it has ended when it is answered.
        Assert.False(reading.IsCompleted);
        opened.End();
        await reading.WaitAsync(SafetyNet, Stop);
    }

    [Fact]
    public async Task While_the_plugin_waits_for_its_restart_an_unknown_stream_is_to_be_asked_for_again()
    {
        var at = _service.Clock.GetUtcNow().AddSeconds(20);
        _service.Streams.Failure = new Error(new ErrorCode("plugin.restarting", ErrorKind.Unavailable), "dice", $"{at:O}");

        var answer = await _service.Anonymous().Get("/plugins/dice/streams/later");

        Assert.Equal("20", answer.Headers.GetValues("Retry-After").Single());
        await answer.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "plugin.restarting");
    }

    [Fact]
    public async Task A_stream_that_is_not_there_is_not_to_be_asked_for_again()
    {
        var answer = await _service.Anonymous().Get("/plugins/dice/streams/later");

        Assert.False(answer.Headers.Contains("Retry-After"));
        await answer.ReadProblemAsync(HttpStatusCode.NotFound, "stream.not_open");
    }

    private Task<HttpResponseMessage> SignOutAsync(string cookie) => _service.Anonymous().Send("DELETE", "/api/v1/session", ("Cookie", cookie), FromOurPage);

    private async Task<string> IssueAsync(string cookie)
    {
        var answer = await _service.Anonymous().Send("POST", "/api/v1/plugins/dice/page-tickets", ("Cookie", cookie), FromOurPage);
        return (await answer.ReadAsync()).GetProperty("path").GetString()!;
    }
}
