using System.Net;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class TokenTests
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

    [Theory]
    [InlineData("/hubs/live/negotiate", HttpStatusCode.OK)]
    [InlineData("/hubs/live/../../api/v1/plugins/none/load", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/plugins/none/load", HttpStatusCode.Unauthorized)]
    [InlineData("/hubsuffix", HttpStatusCode.Unauthorized)]
    public async Task In_the_address_does_at_the_hubs_alone(string address, HttpStatusCode expected)
    {
        await using var service = new TestService { RemoteAddress = IPAddress.Parse("203.0.113.7") };

        var response = await service.Anonymous().Post($"{address}?negotiateVersion=1&access_token={TestService.Token}");

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task In_the_address_of_a_hub_must_be_the_right_one()
    {
        await using var service = new TestService();

        var response = await service.Anonymous().Post("/hubs/live/negotiate?negotiateVersion=1&access_token=wrong");

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.invalid");
    }

    [Fact]
    public async Task Wrongly_too_often_makes_wrong_ones_of_the_address_wait_until_its_minute_is_over()
    {
        await using var service = new TestService();
        await FailAsOftenAsAllowedAsync(service);

        service.Clock.Advance(TimeSpan.FromSeconds(18));
        var refused = await TryAsync(service, "wrong");

        await refused.ReadProblemAsync(HttpStatusCode.TooManyRequests, "auth.throttled");
        Assert.Equal(TimeSpan.FromSeconds(42), refused.Headers.RetryAfter?.Delta);

        service.RemoteAddress = IPAddress.Parse("192.0.2.1");
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync(service, "wrong")).StatusCode);

        service.RemoteAddress = IPAddress.Loopback;
        service.Clock.Advance(TimeSpan.FromSeconds(42));
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync(service, "wrong")).StatusCode);
    }

    [Fact]
    public async Task Rightly_lets_in_whatever_others_behind_the_same_address_have_tried()
    {
        await using var service = new TestService();
        await FailAsOftenAsAllowedAsync(service);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(service, "wrong")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await TryAsync(service, TestService.Token)).StatusCode);
        await Browser.LogInAsync(service);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public void Wrongly_too_often_waits_as_long_when_the_system_clock_is_set(int hours)
    {
        var clock = new ClockThatIsSet();
        var throttle = new AttemptThrottle(clock);
        for (var attempt = 0; attempt < AttemptThrottle.AllowedFailures; attempt++)
        {
            Assert.Equal(TimeSpan.Zero, throttle.RecordFailure(IPAddress.Loopback));
        }

        clock.Offset = TimeSpan.FromHours(hours);

        Assert.Equal(TimeSpan.FromMinutes(1), throttle.RecordFailure(IPAddress.Loopback));
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

        var refused = await service.Anonymous().Post("/api/v1/session", """{"token":"wrong"}""");

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

        Assert.True(throttle.RecordFailure(IPAddress.Parse("2001:db8:0:1:ffff::1")) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, throttle.RecordFailure(IPAddress.Parse("2001:db8:0:2::1")));

        for (var other = 0; other < 5000; other++)
        {
            throttle.RecordFailure(new IPAddress([10, 0, (byte)(other >> 8), (byte)other]));
        }

        Assert.InRange(throttle.RememberedAddresses, 1, 1024);
    }

    private static async Task FailAsOftenAsAllowedAsync(TestService service)
    {
        for (var attempt = 0; attempt < AttemptThrottle.AllowedFailures; attempt++)
        {
            await (await TryAsync(service, "wrong")).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.invalid");
        }
    }

    private static Task<HttpResponseMessage> TryAsync(TestService service, string token) =>
        service.Anonymous().With("X-Admin-Token", token).Get(Address);

    // An administrator or NTP sets it: the monotonic clock is not affected.
    private sealed class ClockThatIsSet : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromDays(20_000) + Offset;

        public override long GetTimestamp() => 0;
    }
}
