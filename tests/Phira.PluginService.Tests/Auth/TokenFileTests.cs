using Phira.PluginService.Auth;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class TokenFileTests
{
    [Fact]
    public async Task Is_made_at_the_first_start_and_opens_the_service()
    {
        await using var service = NewService();
        var caller = service.Anonymous();

        var token = (await File.ReadAllTextAsync(PathOf(service), TestContext.Current.CancellationToken)).TrimEnd('\n');

        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        Assert.True((await caller.With("Authorization", $"Bearer {token}").Get("/api/v1/session")).IsSuccessStatusCode);
        Assert.Contains($"/#token={token}", service.Output.ToString(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf(service)));
        }
    }

    [Fact]
    public async Task Is_kept_at_the_next_start_which_prints_no_token()
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data[AdminCredentialsLoader.FileName], "kept-from-the-last-start\n", TestContext.Current.CancellationToken);

        await using var service = NewService(data);

        Assert.True((await service.Anonymous().With("X-Admin-Token", "kept-from-the-last-start").Get("/api/v1/session")).IsSuccessStatusCode);
        Assert.DoesNotContain("kept-from-the-last-start", service.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains(data[AdminCredentialsLoader.FileName], service.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_written_when_the_token_is_preset()
    {
        await using var service = new TestService();

        Assert.True((await service.Admin().Get("/api/v1/session")).IsSuccessStatusCode);
        Assert.False(File.Exists(PathOf(service)));
        Assert.DoesNotContain(TestService.Token, service.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task Without_a_usable_token_stops_the_start_with_words(string content)
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data[AdminCredentialsLoader.FileName], content, TestContext.Current.CancellationToken);
        var loader = new AdminCredentialsLoader(
            Microsoft.Extensions.Options.Options.Create(new AuthOptions()),
            Microsoft.Extensions.Options.Options.Create(new Http.HttpOptions()),
            new Hosting.DataDirectory(data.Path),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<AdminCredentialsLoader>.Instance);

        var refused = Assert.Throws<StartupException>(loader.Load);

        Assert.Equal(StartupErrors.TokenFileInvalid, refused.Error.Code);
    }

    [Theory]
    [InlineData("0.0.0.0", true)]
    [InlineData("::", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    public async Task With_a_token_that_can_be_guessed_stops_the_start_where_others_can_try(string address, bool refused)
    {
        using var data = new TemporaryDirectory();
        await File.WriteAllTextAsync(data[AdminCredentialsLoader.FileName], "short-token\n", TestContext.Current.CancellationToken);
        var loader = new AdminCredentialsLoader(
            Microsoft.Extensions.Options.Options.Create(new AuthOptions()),
            Microsoft.Extensions.Options.Options.Create(new Http.HttpOptions { Address = address }),
            new Hosting.DataDirectory(data.Path),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<AdminCredentialsLoader>.Instance);

        var problem = Record.Exception(loader.Load) as StartupException;

        Assert.Equal(refused ? StartupErrors.TokenTooShort : null, problem?.Error.Code);
    }

    private static TestService NewService() => new([new("auth.admin_token", "")]);

    private static TestService NewService(TemporaryDirectory data) =>
        new([new("auth.admin_token", ""), new("storage.data_directory", data.Path)]);

    private static string PathOf(TestService service) => service.Data[AdminCredentialsLoader.FileName];
}
