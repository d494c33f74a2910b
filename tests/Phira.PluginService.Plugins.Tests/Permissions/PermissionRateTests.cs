using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class PermissionRateTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _used = [];
    private readonly GrantSet _ledger;

    public PermissionRateTests() => _ledger = new GrantSet(_time, _used.Add);

    [Fact]
    public void Without_a_rate_every_use_is_let_through_and_counted()
    {
        for (var use = 0; use < 1000; use++)
        {
            Assert.Null(_ledger.Take(new PermissionRequest("kick_users")));
        }

        Assert.Equal(1000, _used.Count);
    }

    [Theory]
    [InlineData("per_second", 1)]
    [InlineData("per_minute", 60)]
    [InlineData("per_hour", 3600)]
    public void A_use_comes_free_again_exactly_when_its_time_is_over(string rate, int seconds)
    {
        var granted = Rated(rate, 2);
        Assert.Null(_ledger.Take(granted));
        _time.Advance(TimeSpan.FromSeconds(seconds) / 2);
        Assert.Null(_ledger.Take(granted));

        Assert.Equal($"{rate} = 2", _ledger.Take(granted));
        _time.Advance((TimeSpan.FromSeconds(seconds) / 2) - TimeSpan.FromTicks(1));
        Assert.NotNull(_ledger.Take(granted));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(_ledger.Take(granted));
        Assert.NotNull(_ledger.Take(granted));
    }

    [Fact]
    public void A_use_that_one_rate_refuses_takes_nothing_from_another()
    {
        var granted = new PermissionRequest("kick_users") { PerSecond = 1, PerMinute = 3 };
        for (var second = 0; second < 3; second++)
        {
            Assert.Null(_ledger.Take(granted));
            Assert.Equal("per_second = 1", _ledger.Take(granted));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("per_minute = 3", _ledger.Take(granted));
        Assert.Equal(3, _used.Count);
    }

    [Fact]
    public void Permissions_have_rates_of_their_own()
    {
        Assert.Null(_ledger.Take(Rated("per_hour", 1)));
        Assert.NotNull(_ledger.Take(Rated("per_hour", 1)));
        Assert.Null(_ledger.Take(new PermissionRequest("ban_users") { PerHour = 1 }));
    }

    [Fact]
    public void A_rate_that_is_lowered_counts_what_was_used_before()
    {
        for (var use = 0; use < 5; use++)
        {
            Assert.Null(_ledger.Take(Rated("per_minute", 5)));
        }

        Assert.Equal("per_minute = 2", _ledger.Take(Rated("per_minute", 2)));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_ledger.Take(Rated("per_minute", 2)));
    }

    [Theory]
    [InlineData("per_second", 1, 3)]
    [InlineData("per_minute", 60, 50)]
    [InlineData("per_minute", 60, 10_000)]
    [InlineData("per_hour", 3600, 20_000)]
    public void No_stretch_of_time_holds_more_uses_than_its_rate(string rate, int seconds, int limit)
    {
        var random = new Random(limit);
        var granted = Rated(rate, (uint)limit);
        var taken = new List<TimeSpan>();
        for (var attempt = 0; attempt < limit * 4; attempt++)
        {
            if (_ledger.Take(granted) is null)
            {
                taken.Add(_time.GetUtcNow() - _time.Start);
            }

            // On average twice as many attempts as the rate lets through.
            _time.Advance(TimeSpan.FromSeconds(random.NextDouble() * seconds / limit));
        }

        var length = TimeSpan.FromSeconds(seconds);
        Assert.All(
            Enumerable.Range(0, Math.Max(0, taken.Count - limit)),
            index => Assert.True(taken[index + limit] - taken[index] >= length, $"{limit} uses after {taken[index]} came one too soon"));
        Assert.True(taken.Count > limit, "nothing came free again");
    }

    private static PermissionRequest Rated(string rate, uint limit) => new("kick_users")
    {
        PerSecond = rate == "per_second" ? limit : null,
        PerMinute = rate == "per_minute" ? limit : null,
        PerHour = rate == "per_hour" ? limit : null,
    };
}
