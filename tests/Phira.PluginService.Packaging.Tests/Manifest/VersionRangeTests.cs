using Phira.PluginService.Packaging.Manifest.Model;
using Semver;

namespace Phira.PluginService.Packaging.Tests.Manifest;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData(">=1.0.0", "1.0.0", true)]
    [InlineData(">=1.0.0", "0.9.9", false)]
    [InlineData("^1.2", "1.2.0", true)]
    [InlineData("^1.2", "1.9.3", true)]
    [InlineData("^1.2", "1.1.9", false)]
    [InlineData("^1.2", "2.0.0", false)]
    [InlineData("^0.2", "0.3.0", false)]
    [InlineData("~1.2.3", "1.2.9", true)]
    [InlineData("~1.2.3", "1.3.0", false)]
    [InlineData("1.x", "1.99.0", true)]
    [InlineData("1.x", "2.0.0", false)]
    [InlineData(">=1 <3", "2.5.0", true)]
    [InlineData(">=1 <3", "3.0.0", false)]
    [InlineData("1.2.3", "1.2.3", true)]
    [InlineData("1.2.3", "1.2.4", false)]
    [InlineData("1 || 3", "3.1.0", true)]
    [InlineData("1 || 3", "2.0.0", false)]
    [InlineData("*", "7.7.7", true)]
    [InlineData(">=1.0.0", "1.5.0-rc.1", false)]
    [InlineData(">=1.5.0-rc.1", "1.5.0-rc.2", true)]
    public void A_dependency_accepts_the_versions_of_its_range(string range, string version, bool accepted)
    {
        Assert.True(VersionRange.TryParse(range, out var parsed));
        Assert.Equal(accepted, parsed.Accepts(SemVersion.Parse(version)));
    }

    [Theory]
    [InlineData("*", "2.0.0-beta", true)]
    [InlineData("<1", "0.9.0-beta", true)]
    [InlineData("<1", "1.0.0", false)]
    public void A_conflict_covers_pre_releases_too(string range, string version, bool covered)
    {
        Assert.True(VersionRange.TryParse(range, out var parsed));
        Assert.Equal(covered, parsed.Covers(SemVersion.Parse(version)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("latest")]
    [InlineData("1.2.3.4")]
    [InlineData(">=")]
    [InlineData("one")]
    [InlineData("^^1")]
    public void Other_text_is_no_range(string text) => Assert.False(VersionRange.TryParse(text, out _));

    [Theory]
    [InlineData("^1", "^1", true)]
    [InlineData("^1", "^2", false)]
    [InlineData("^1", null, false)]
    public void Ranges_are_equal_when_they_are_written_alike(string text, string? other, bool equal)
    {
        Assert.True(VersionRange.TryParse(text, out var range));
        var compared = default(VersionRange);
        Assert.True(other is null || VersionRange.TryParse(other, out compared));

        Assert.Equal(equal, range.Equals(compared));
    }

    [Fact]
    public void An_endless_text_is_no_range() => Assert.False(VersionRange.TryParse($">={new string('1', 100_000)}", out _));
}
