using System.Net;
using Phira.PluginService.Auth;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class ShowingTheToken
{
    private const string Address = "/api/v1/system";

    [Theory]
    [InlineData("Authorization", "Bearer " + TestService.Token)]
    [InlineData("Authorization", "bearer " + TestService.Token)]
    [InlineData("X-Admin-Token", TestService.Token)]
    public async Task Lets_in(string header, string value)
    {
        await using var service = new TestService();

        var response = await service.Anonymous().With(header, value).Get(Address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Bearer wrong", "auth.invalid")]
    [InlineData("Bearer", "auth.required")]
    [InlineData("Basic dXNlcjpwYXNz", "auth.required")]
    public async Task Of_another_kind_does_not(string authorization, string code)
    {
        await using var service = new TestService();

        var response = await service.Anonymous().With("Authorization", authorization).Get(Address);

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, code);
    }

    [Fact]
    public async Task In_the_address_does_not()
    {
        await using var service = new TestService();

        var response = await service.Anonymous().Get($"{Address}?access_token={TestService.Token}&token={TestService.Token}");

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
    }

    [Fact]
    public async Task Wrongly_too_often_makes_the_address_wait_until_its_minute_is_over()
    {
        await using var service = new TestService();
        for (var attempt = 0; attempt < AttemptThrottle.AllowedFailures; attempt++)
        {
            await (await TryAsync(service, "wrong")).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.invalid");
        }

        service.Clock.Advance(TimeSpan.FromSeconds(18));
        var refused = await TryAsync(service, TestService.Token);

        await refused.ReadProblemAsync(HttpStatusCode.TooManyRequests, "auth.throttled");
        Assert.Equal(TimeSpan.FromSeconds(42), refused.Headers.RetryAfter?.Delta);

        service.RemoteAddress = IPAddress.Parse("192.0.2.1");
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(service, TestService.Token)).StatusCode);

        service.RemoteAddress = IPAddress.Loopback;
        service.Clock.Advance(TimeSpan.FromSeconds(42));
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(service, TestService.Token)).StatusCode);
    }

    [Fact]
    public async Task Wrongly_at_the_log_in_counts_as_well()
    {
        await using var service = new TestService();
        for (var attempt = 0; attempt < AttemptThrottle.AllowedFailures; attempt++)
        {
            var response = await service.Anonymous().Post("/api/v1/session", """{"token":"wrong"}""");
            await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.invalid");
        }

        var refused = await service.Anonymous().Post("/api/v1/session", $$"""{"token":"{{TestService.Token}}"}""");

        await refused.ReadProblemAsync(HttpStatusCode.TooManyRequests, "auth.throttled");
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public void Neighbours_in_one_IPv6_network_share_their_attempts_and_memory_is_bounded()
    {
        var throttle = new AttemptThrottle(TimeProvider.System);
        for (var host = 0; host < AttemptThrottle.AllowedFailures; host++)
        {
            throttle.RecordFailure(IPAddress.Parse($"2001:db8:0:1::{host:x}"));
        }

        Assert.True(throttle.WaitFor(IPAddress.Parse("2001:db8:0:1:ffff::1")) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, throttle.WaitFor(IPAddress.Parse("2001:db8:0:2::1")));

        for (var other = 0; other < 5000; other++)
        {
            throttle.RecordFailure(new IPAddress([10, 0, (byte)(other >> 8), (byte)other]));
        }

        Assert.InRange(throttle.RememberedAddresses, 1, 1024);
    }

    private static Task<HttpResponseMessage> TryAsync(TestService service, string token) =>
        service.Anonymous().With("X-Admin-Token", token).Get(Address);
}
