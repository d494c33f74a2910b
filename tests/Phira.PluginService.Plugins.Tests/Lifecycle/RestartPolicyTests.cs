using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class RestartPolicyTests
{
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(60);

    private readonly RestartPolicy _policy = new(Maximum: 3, Cooldown: TimeSpan.FromSeconds(5), Recovered);

    [Fact]
    public void Each_attempt_waits_twice_as_long_as_the_one_before_and_then_there_is_none() =>
        Assert.Equal([5, 10, 20, null], Enumerable.Range(0, 4).Select(attempts => _policy.Next(attempts, TimeSpan.Zero).Wait?.TotalSeconds));

    [Fact]
    public void A_plugin_that_ran_well_for_a_while_has_all_attempts_again()
    {
        Assert.Equal(2, _policy.Next(1, Recovered - TimeSpan.FromTicks(1)).Attempts);

        Assert.Equal((1, TimeSpan.FromSeconds(5)), _policy.Next(2, Recovered));
    }

    [Fact]
    public void With_no_attempts_it_is_left_alone_at_once() =>
        Assert.Null(new RestartPolicy(0, TimeSpan.FromSeconds(5), Recovered).Next(0, TimeSpan.Zero).Wait);

    [Fact]
    public void Nobody_waits_longer_than_an_hour()
    {
        var policy = new RestartPolicy(100, TimeSpan.FromSeconds(5), Recovered);

        Assert.Equal(3600, Enumerable.Range(0, 100).Max(attempts => policy.Next(attempts, TimeSpan.Zero).Wait!.Value.TotalSeconds));
    }
}
