using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Packaging.Tests.Security;

public sealed class NetworkHostTests
{
    [Theory]
    [InlineData("example.org")]
    [InlineData("example.org:443")]
    [InlineData("*.example.org")]
    [InlineData("*.example.org:8080")]
    [InlineData("localhost")]
    [InlineData("my_host")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:80")]
    [InlineData("[::1]")]
    [InlineData("[::1]:8080")]
    public void Names_addresses_and_suffixes_are_hosts(string text) => Assert.True(NetworkHost.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("a.*.org")]
    [InlineData("*.*.org")]
    [InlineData("http://example.org")]
    [InlineData("example.org/path")]
    [InlineData("user@example.org")]
    [InlineData("example.org:")]
    [InlineData("example.org:0")]
    [InlineData("example.org:65536")]
    [InlineData("example.org:-1")]
    [InlineData("::1")]
    [InlineData("[::1")]
    [InlineData("[127.0.0.1]")]
    [InlineData("a..b")]
    [InlineData("-a.org")]
    [InlineData("a b")]
    [InlineData("例.org")]
    public void Everything_else_is_not(string text) => Assert.False(NetworkHost.IsValid(text));
}
