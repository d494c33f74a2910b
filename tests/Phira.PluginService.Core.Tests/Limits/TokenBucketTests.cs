using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Core.Tests.Limits;

public sealed class TokenBucketTests
{
    [Fact]
    public void A_burst_is_allowed_and_then_the_steady_rate()
    {
        var time = new FakeTimeProvider();
        var bucket = new TokenBucket(2, 3, time);

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.TryTake()));
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal([true, false], Enumerable.Range(0, 2).Select(_ => bucket.TryTake()));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.TryTake()));
    }
}
