using Phira.PluginService.Plugins.Lifecycle.Recovering;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class RestartTimes
{
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(60);

    private readonly RestartPolicy _policy = new(maximum: 3, cooldown: TimeSpan.FromSeconds(5), Recovered);

    [Fact]
    public void Each_attempt_waits_twice_as_long_as_the_one_before_and_then_there_is_none() =>
        Assert.Equal([5, 10, 20, null], Enumerable.Range(0, 4).Select(_ => _policy.Next(TimeSpan.Zero)?.TotalSeconds));

    [Fact]
    public void A_plugin_that_ran_well_for_a_while_has_all_attempts_again()
    {
        _policy.Next(TimeSpan.Zero);
        _policy.Next(Recovered - TimeSpan.FromTicks(1));
        Assert.Equal(2, _policy.Attempts);

        Assert.Equal(5, _policy.Next(Recovered)?.TotalSeconds);
        Assert.Equal(1, _policy.Attempts);
    }

    [Fact]
    public void Whoever_takes_care_of_a_plugin_gives_it_all_attempts_again()
    {
        for (var i = 0; i < 4; i++)
        {
            _policy.Next(TimeSpan.Zero);
        }

        _policy.Reset();

        Assert.Equal(5, _policy.Next(TimeSpan.Zero)?.TotalSeconds);
    }

    [Fact]
    public void With_no_attempts_it_is_left_alone_at_once() =>
        Assert.Null(new RestartPolicy(0, TimeSpan.FromSeconds(5), Recovered).Next(TimeSpan.Zero));

    [Fact]
    public void Nobody_waits_longer_than_an_hour()
    {
        var policy = new RestartPolicy(100, TimeSpan.FromSeconds(5), Recovered);

        Assert.Equal(3600, Enumerable.Range(0, 100).Max(_ => policy.Next(TimeSpan.Zero)!.Value.TotalSeconds));
    }
}
