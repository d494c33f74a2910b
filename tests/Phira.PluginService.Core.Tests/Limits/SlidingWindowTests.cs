using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Core.Tests.Limits;

public sealed class SlidingWindowTests
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly SlidingWindow _window = new(Length);

    [Fact]
    public void A_use_counts_until_its_time_is_over()
    {
        _window.Add(1, TimeSpan.Zero);

        Assert.False(_window.HasRoom(1, Length - TimeSpan.FromTicks(1)));
        Assert.True(_window.HasRoom(1, Length));
    }

    [Fact]
    public void Without_a_limit_nothing_is_counted()
    {
        _window.Add(null, TimeSpan.Zero);

        Assert.True(_window.HasRoom(null, TimeSpan.Zero));
        Assert.True(_window.HasRoom(1, TimeSpan.Zero));
    }

    [Fact]
    public void A_limit_that_is_lowered_holds_for_earlier_uses()
    {
        _window.Add(5, TimeSpan.Zero);
        _window.Add(5, TimeSpan.Zero);

        Assert.True(_window.HasRoom(5, TimeSpan.Zero));
        Assert.False(_window.HasRoom(2, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4096)]
    [InlineData(20_000)]
    public void No_stretch_of_time_holds_more_uses_than_the_limit(int limit)
    {
        var random = new Random(limit);
        var taken = new List<TimeSpan>();
        var now = TimeSpan.Zero;
        for (var attempt = 0; attempt < limit * 4; attempt++)
        {
            if (_window.HasRoom((uint)limit, now))
            {
                _window.Add((uint)limit, now);
                taken.Add(now);
            }

            // On average twice as many attempts as there is room for.
            now += Length * random.NextDouble() / limit;
        }

        Assert.True(taken.Count > limit, "nothing came free again");
        Assert.All(
            Enumerable.Range(0, taken.Count - limit),
            index => Assert.True(taken[index + limit] - taken[index] >= Length, $"{limit} uses after {taken[index]} came one too soon"));
    }
}
