using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class ScopePathTests
{
    [Theory]
    [InlineData("data", "data", true)]
    [InlineData("data", "data/maps", true)]
    [InlineData("data/maps", "data", false)]
    [InlineData("data", "database", false)]
    [InlineData(".", "data", true)]
    [InlineData("./data/", "data//maps", true)]
    [InlineData("/srv", "/srv/maps", true)]
    [InlineData("/srv", "srv/maps", false)]
    [InlineData("srv", "/srv/maps", false)]
    [InlineData("", "/srv", false)]
    [InlineData("", "", true)]
    [InlineData("data", "data/../secrets", false)]
    [InlineData("data/..", "data/../secrets", false)]
    [InlineData("data/..", "data/..", false)]
    [InlineData("..", "data", false)]
    public void A_path_stands_for_itself_and_what_is_below(string outer, string inner, bool covers) =>
        Assert.Equal(covers, ScopePath.Covers(outer, inner));
}
