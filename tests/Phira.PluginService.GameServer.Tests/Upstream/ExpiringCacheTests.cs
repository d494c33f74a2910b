using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.GameServer.Upstream;

namespace Phira.PluginService.GameServer.Tests.Upstream;

public sealed class ExpiringCacheTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void An_entry_lives_for_its_time()
    {
        var cache = new ExpiringCache<string>(TimeSpan.FromSeconds(60), 10, _time);
        cache.Add(1, "one");
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("one", cache.Find(1));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(cache.Find(1));
    }

    [Fact]
    public void The_oldest_entry_makes_room()
    {
        var cache = new ExpiringCache<string>(TimeSpan.FromSeconds(60), 2, _time);
        cache.Add(1, "one");
        cache.Add(2, "two");
        cache.Add(1, "one again");
        cache.Add(3, "three");

        Assert.Equal([(string?)"one again", null, "three"], new[] { cache.Find(1), cache.Find(2), cache.Find(3) });
    }

    [Fact]
    public void Without_a_lifetime_nothing_is_kept()
    {
        var cache = new ExpiringCache<string>(TimeSpan.Zero, 2, _time);
        cache.Add(1, "one");
        Assert.Null(cache.Find(1));
    }
}
