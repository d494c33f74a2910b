using FsCheck.Xunit;
using Phira.PluginService.Packaging.Manifest.Reading;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Tests.Text;

public sealed class NearestKeyTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "xabc", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_slips_of_the_pen(string a, string b, int expected)
    {
        Assert.Equal(expected, NearestKey.Distance(a, b));
        Assert.Equal(expected, NearestKey.Distance(b, a));
    }

    [Property]
    public bool Distance_is_never_more_than_the_longer_text(string? a, string? b) =>
        NearestKey.Distance(a ?? "", b ?? "") is var distance
        && distance <= Math.Max(a?.Length ?? 0, b?.Length ?? 0)
        && distance == 0 == ((a ?? "") == (b ?? ""));

    [Theory]
    [InlineData("licence", "license")]
    [InlineData("abi-version", "abi_version")]
    [InlineData("ENTRYPOINT", "entry_point")]
    [InlineData("min_version", "abi_version")]
    [InlineData("optional", "optional-dependencies")]
    public void The_nearest_key_is_found(string written, string expected) =>
        Assert.Equal(expected, KnownKeys.Nearest("", written, KnownKeys.Top));
}
