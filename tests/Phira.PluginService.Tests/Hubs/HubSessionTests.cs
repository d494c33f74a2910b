using Microsoft.AspNetCore.SignalR.Client;
using Phira.PluginService.Auth;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Hubs;

/// <summary>A connection to the hub is authenticated once and stays open for days: it must not outlive the session that opened it.</summary>
public sealed class HubSessionTests
{
    private const string Session = "/api/v1/session";

    private static readonly TimeSpan SafetyNet = Eventually.Patience;

    [Fact]
    public async Task Logging_out_ends_the_connections_of_that_session_and_no_others()
    {
        await using var service = new TestService();
        var cookie = await Browser.LogInAsync(service);
        await using var leaving = service.HubOfBrowser(cookie);
        await using var leavingToo = service.HubOfBrowser(cookie);
        await using var staying = service.HubOfBrowser(await Browser.LogInAsync(service));
        await using var script = service.Hub();
        Task[] ended = [await ConnectAsync(leaving), await ConnectAsync(leavingToo)];
        Task[] others = [await ConnectAsync(staying), await ConnectAsync(script)];

        await service.Anonymous().With("Cookie", cookie).With("Sec-Fetch-Site", "same-origin").Delete(Session);

        await Task.WhenAll(ended).WaitAsync(SafetyNet, TestContext.Current.CancellationToken);
        Assert.All(others, other => Assert.False(other.IsCompleted));
        Assert.Equal(HubConnectionState.Connected, staying.State);
        Assert.Equal(HubConnectionState.Connected, script.State);
    }

    [Fact]
    public async Task A_session_that_another_browser_pushes_out_takes_its_connections_along()
    {
        await using var service = new TestService();
        await using var hub = service.HubOfBrowser(await Browser.LogInAsync(service));
        var ended = await ConnectAsync(hub);
        for (var browser = 0; browser < SessionStore.MaximumSessions; browser++)
        {
            // Too little for a sample, which would look for sessions that have ended.
            service.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Browser.LogInAsync(service);
        }

        await ended.WaitAsync(SafetyNet, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_session_that_has_become_too_old_ends_its_connections()
    {
        await using var service = new TestService();
        await using var hub = service.HubOfBrowser(await Browser.LogInAsync(service));
        var ended = await ConnectAsync(hub);

        // A week at once, and then the second after which sessions are looked at.
        service.Clock.AdjustTime(service.Clock.GetUtcNow() + TimeSpan.FromDays(7));
        service.Clock.Advance(TimeSpan.FromSeconds(1));

        await ended.WaitAsync(SafetyNet, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_browser_without_a_header_connects_with_the_token_in_the_address()
    {
        await using var service = new TestService();
        await using var hub = service.Hub($"?access_token={TestService.Token}", token: null);

        await ConnectAsync(hub);
    }

    /// <returns>Completes when the connection has ended.</returns>
    private static async Task<Task> ConnectAsync(HubConnection hub)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sample = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        hub.On<object>("metrics", _ => sample.TrySetResult());
        await hub.StartAsync(TestContext.Current.CancellationToken);

        // The first push shows that the connection is known to the service.
        await sample.Task.WaitAsync(SafetyNet, TestContext.Current.CancellationToken);
        return ended.Task;
    }
}
