using System.Globalization;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpClient;

/// <summary>A plugin tries to reach what its grant does not name.</summary>
public sealed class HttpHostGrantTests
{
    [Fact]
    public async Task Without_the_permission_nothing_is_even_looked_up()
    {
        var resolver = new ScriptedResolver(["8.8.8.8"]);
        await using var host = await new PluginHost(network: new NetworkServices(resolver, new SocketConnector()))
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\n").StartAsync();

        var (name, text) = await new Echo(host).ErrorAsync("http-client.send", Echo.Request("GET", "http://example.com/"));
        Assert.Equal("permission-denied", name);
        Assert.StartsWith("network: The manifest does not ask for network. Add network = { hosts", text, StringComparison.Ordinal);
        Assert.Empty(resolver.Asked);
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("http://sub.example.com/")]
    [InlineData("http://example.com:81/")]
    [InlineData("http://notexample.com/")]
    [InlineData("http://example.com.evil.org/")]
    public async Task A_host_that_the_grant_does_not_cover_is_denied(string url)
    {
        var resolver = new ScriptedResolver(["8.8.8.8"]);
        await using var host = await HostAsync("\"example.com:80\"", resolver, new SocketConnector());

        var (name, text) = await new Echo(host).ErrorAsync("http-client.send", Echo.Request("GET", url));

        Assert.Equal("permission-denied", name);
        Assert.Contains("network", text, StringComparison.Ordinal);
        Assert.Empty(resolver.Asked);
    }

    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("169.254.169.254", "link-local")]
    [InlineData("::1", "loopback")]
    [InlineData("fd00::1", "private")]
    [InlineData("::ffff:127.0.0.1", "loopback")]
    public async Task A_name_that_means_a_private_address_is_denied(string address, string range)
    {
        await using var server = new LocalServer(LocalServer.Text("secret"));
        var connector = new DivertingConnector(server.Port);
        await using var host = await HostAsync("\"example.com\"", new ScriptedResolver([address]), connector);

        Assert.Equal(
            ("permission-denied", $"network: example.com has a {range} address that the grant does not name"),
            await new Echo(host).ErrorAsync("http-client.send", Echo.Request("GET", "http://example.com/")));
        Assert.Empty(connector.Connected);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_cannot_mean_something_else_a_moment_later()
    {
        await using var server = new LocalServer(LocalServer.Text("public"));
        var connector = new DivertingConnector(server.Port);
        var resolver = new ScriptedResolver(["93.184.215.14"], ["127.0.0.1"]);
        await using var host = await HostAsync("\"rebinding.example\"", resolver, connector);
        var echo = new Echo(host);

        await echo.OkAsync("http-client.send", Echo.Request("GET", "http://rebinding.example:8080/"));

        Assert.Equal(["rebinding.example"], resolver.Asked);
        Assert.Equal(["93.184.215.14:8080"], connector.Connected);

        // The next request asks again, and what it learns is checked again.
        Assert.Equal(
            "permission-denied",
            (await echo.ErrorAsync("http-client.send", Echo.Request("GET", "http://rebinding.example:8080/"))).Case);
        Assert.Single(connector.Connected);
    }

    [Fact]
    public async Task Of_several_addresses_only_public_ones_are_tried()
    {
        await using var server = new LocalServer(LocalServer.Text("public"));
        var connector = new DivertingConnector(server.Port);
        await using var host = await HostAsync(
            "\"*.example\"", new ScriptedResolver(["10.0.0.1", "93.184.215.14", "::1"]), connector);

        await new Echo(host).OkAsync("http-client.send", Echo.Request("GET", "http://a.example/"));

        Assert.Equal(["93.184.215.14:80"], connector.Connected);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://127.0.0.1.:{0}/")]
    public async Task An_address_that_the_grant_names_is_reached_in_every_spelling(string url)
    {
        await using var server = new LocalServer(LocalServer.Text("local"));
        await using var host = await HostAsync($"\"127.0.0.1:{server.Port}\"", new SystemNameResolver(), new SocketConnector());

        await new Echo(host).OkAsync(
            "http-client.send", Echo.Request("GET", string.Format(CultureInfo.InvariantCulture, url, server.Port)));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("\"localhost\"", "http://localhost:{0}/")]
    [InlineData("\"*.0.0.1\"", "http://127.0.0.1:{0}/")]
    [InlineData("\"127.0.0.1:1\"", "http://127.0.0.1:{0}/")]
    [InlineData("\"127.0.0.2\"", "http://127.0.0.1:{0}/")]
    public async Task No_other_way_leads_to_this_machine(string allowed, string url)
    {
        await using var server = new LocalServer(LocalServer.Text("secret"));
        await using var host = await HostAsync(allowed, new SystemNameResolver(), new SocketConnector());

        var (name, _) = await new Echo(host).ErrorAsync(
            "http-client.send", Echo.Request("GET", string.Format(CultureInfo.InvariantCulture, url, server.Port)));

        Assert.Equal("permission-denied", name);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_permission_without_hosts_reaches_public_addresses_only()
    {
        await using var server = new LocalServer(LocalServer.Text("public"));
        var connector = new DivertingConnector(server.Port);
        await using var host = await new PluginHost(
            TestPolicies.AnyHost, network: new NetworkServices(new ScriptedResolver(["8.8.8.8"], ["192.168.0.1"]), connector))
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\nnetwork = true\n").StartAsync();
        var echo = new Echo(host);

        await echo.OkAsync("http-client.send", Echo.Request("GET", "http://any.example/"));
        Assert.Equal("permission-denied", (await echo.ErrorAsync("http-client.send", Echo.Request("GET", "http://any.example/"))).Case);
        Assert.Equal("permission-denied", (await echo.ErrorAsync("http-client.send", Echo.Request("GET", server.Url))).Case);
    }

    private static Task<PluginHost> HostAsync(string hosts, INameResolver resolver, IConnector connector) =>
        new PluginHost(TestPolicies.AnyHost, network: new NetworkServices(resolver, connector))
            .With(
                "echo", RepositoryFiles.Guest("echo"), $"[permissions]\nregister_commands = true\nnetwork = {{ hosts = [{hosts}] }}\n")
            .StartAsync();
}
