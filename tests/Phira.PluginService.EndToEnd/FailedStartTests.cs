using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Phira.PluginService.EndToEnd;

/// <summary>A failed start names its cause to the administrator, and leaves the setup link to the next one.</summary>
public sealed partial class FailedStartTests : IDisposable
{
    private readonly TcpListener _other = new(IPAddress.Loopback, 0);
    private readonly ServiceFolder _folder = new ServiceFolder().WithDelivered("welcome").WithDelivered("dice");

    public FailedStartTests() => _other.Start();

    public void Dispose()
    {
        _other.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("--http-port", "--game-port")]
    [InlineData("--game-port", "--http-port")]
    public async Task Name_the_port_in_use_without_a_stack_trace(string taken, string free)
    {
        await using var service = await FailAsync(taken, free);

        string[] explanation = [.. service.Log.Split('\n').Where(line => line.Contains("[startup.port_in_use]", StringComparison.Ordinal))];
        Assert.Equal(2, explanation.Length);
        Assert.All(explanation, line => Assert.Contains(taken, line, StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be accepted", service.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_the_data_directory_that_cannot_be_used_and_nothing_else()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "data"), "a file", TestContext.Current.CancellationToken);

        await using var service = await FailAsync("--http-port", "--game-port", port: 0);

        Assert.Contains("[startup.data_directory_unusable]", service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("did not stop", service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_not_use_up_the_setup_link()
    {
        await using (var failed = await FailAsync("--http-port", "--game-port"))
        {
            Assert.DoesNotMatch(SetupLink(), failed.Log);
        }

        string link;
        await using (var first = await StartWithoutTokenAsync())
        {
            link = SetupLink().Match(first.Log).Groups["token"].Value;
            Assert.Equal(link, (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "data", "admin-token"), TestContext.Current.CancellationToken)).Trim());
        }

        await using var second = await StartWithoutTokenAsync();
        Assert.NotEmpty(link);
        Assert.DoesNotMatch(SetupLink(), second.Log);
    }

    private Task<RunningService> FailAsync(string taken, string free) => FailAsync(taken, free, ((IPEndPoint)_other.LocalEndpoint).Port);

    private async Task<RunningService> FailAsync(string taken, string free, int port)
    {
        var service = await RunningService.LaunchAsync(_folder, new ServiceLaunch
        {
            Arguments = [taken, $"{port}", free, "0"],
            Settings = [("PHIRA_AUTH__ADMIN_TOKEN", ""), ("PHIRA_GAME__LISTEN_ADDRESS", "127.0.0.1")],
        });
        Assert.Equal(1, await service.ExitAsync());
        Assert.Contains("Cannot start: ", service.Log, StringComparison.Ordinal);
        return service;
    }

    private async Task<RunningService> StartWithoutTokenAsync()
    {
        var service = await RunningService.LaunchAsync(_folder, new ServiceLaunch { Settings = [("PHIRA_AUTH__ADMIN_TOKEN", "")] });
        await service.WaitUntilReadyAsync();
        await service.StopAsync();
        return service;
    }

    [GeneratedRegex(@"/#token=(?<token>\S+)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex SetupLink();
}
