using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Plugins.Interfaces.SharedStorage;

namespace Phira.PluginService.Plugins.Tests.Interfaces.SharedStorage;

/// <summary>The texts that a space holds, and their lifetime.</summary>
public sealed class SharedSpaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_text_expires_at_its_time_and_one_without_never()
    {
        using var space = Space(1000);
        Assert.True(space.TrySet("short", "1", TimeSpan.FromSeconds(10)));
        Assert.True(space.TrySet("long", "2", lifetime: null));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(("1", "2"), (space.Find("short"), space.Find("long")));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((null, "2"), (space.Find("short"), space.Find("long")));
        Assert.Equal(["long"], space.List("", after: null, 10));
        Assert.False(space.Delete("short"));
        Assert.Equal((true, true), space.CompareAndSet("short", expected: null, "new", lifetime: null));
    }

    [Fact]
    public void Each_entry_counts_its_bytes_and_64_more()
    {
        using var space = Space(2 * (64 + 1 + 3));

        Assert.True(space.TrySet("a", "一", lifetime: null));
        Assert.True(space.TrySet("b", "二", lifetime: null));
        Assert.False(space.TrySet("c", "", lifetime: null));
        Assert.False(space.TrySet("a", "一2", lifetime: null));
        Assert.Equal(("一", null), (space.Find("a"), space.Find("c")));

        Assert.True(space.TrySet("a", "1", lifetime: null));
        Assert.False(space.TrySet("c", "", lifetime: null));
        Assert.True(space.Delete("b"));
        Assert.True(space.TrySet("c", "1", lifetime: null));
    }

    [Fact]
    public void What_has_expired_makes_room()
    {
        using var space = Space(64 + 2);
        Assert.True(space.TrySet("a", "1", TimeSpan.FromSeconds(1)));
        Assert.False(space.TrySet("b", "1", lifetime: null));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(space.TrySet("b", "1", lifetime: null));
    }

    [Fact]
    public void A_comparison_decides_between_those_who_write_at_once()
    {
        using var space = Space(1000);
        Assert.Equal((true, true), space.CompareAndSet("k", expected: null, "0", lifetime: null));

        Parallel.For(0, 400, _ =>
        {
            string? before;
            do
            {
                before = space.Find("k")!;
            }
            while (!space.CompareAndSet("k", before, $"{int.Parse(before, null) + 1}", lifetime: null).Matched);
        });

        Assert.Equal("400", space.Find("k"));
    }

    [Fact]
    public void A_comparison_that_finds_no_room_changes_nothing()
    {
        using var space = Space(64 + 2);
        Assert.True(space.TrySet("a", "1", lifetime: null));

        Assert.Equal((true, false), space.CompareAndSet("a", "1", "22", lifetime: null));
        Assert.Equal("1", space.Find("a"));
        Assert.Equal((true, true), space.CompareAndSet("a", "1", text: null, lifetime: null));
        Assert.Null(space.Find("a"));
    }

    private SharedSpace Space(long quota) => new(quota, _time);
}
