using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Configuration;

public sealed class StartupMistakeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task The_service_tells_them_all_and_does_not_start()
    {
        _directory.Write("phira.toml", "[game]\nprot = 1\nport = 70000\n[http]\nport = -1\n");

        var (exitCode, output, errors) = await RunAsync("--data", "kept", "--telemtry");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("phira.toml:2:1: There is no setting \"game.prot\". The nearest known one is \"game.port\"", errors, StringComparison.Ordinal);
        Assert.Contains("phira.toml:2:1: 不存在设置项“game.prot”。", errors, StringComparison.Ordinal);
        Assert.Contains("phira.toml:5:1: http.port is -1; it must be 0 to 65535.", errors, StringComparison.Ordinal);
        Assert.Contains("phira.toml:5:1: http.port 的值为 -1，应在 0 到 65535 之间。", errors, StringComparison.Ordinal);
        Assert.Contains("--telemtry", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_directory["kept"]));
    }

    [Fact]
    public async Task A_token_that_can_be_guessed_is_refused_where_others_can_try()
    {
        _directory.Write("phira.toml", "[http]\naddress = \"0.0.0.0\"\n[auth]\nadmin_token = \"abc\"\n");

        var (exitCode, output, errors) = await RunAsync("--data", "kept", "--game-port", "0", "--http-port", "0");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("phira.toml:4:1: auth.admin_token has 3 characters and could be guessed; a service that listens on 0.0.0.0 needs at least 32",
            errors, StringComparison.Ordinal);
        Assert.Contains("auth.admin_token 只有 3 个字符，容易被猜中；监听 0.0.0.0 的服务至少需要 32 个随机字符", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("59.9", "auth.session_lifetime_secs is 59.9; it must be 60 to 31536000")]
    [InlineData("\"8761 h\"", "auth.session_lifetime_secs is 31539600; it must be 60 to 31536000")]
    public async Task A_session_that_would_end_at_once_or_never_is_refused(string lifetime, string told)
    {
        _directory.Write("phira.toml", $"[auth]\nsession_lifetime_secs = {lifetime}\n");

        var (exitCode, _, errors) = await RunAsync("--data", "kept", "--game-port", "0", "--http-port", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains($"phira.toml:2:1: {told}", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "storage.connection_string must hold a connection string with host and database")]
    [InlineData("connection_string = \"postgresql://phira:very-secret@db/phira\"", "phira.toml:3:1: storage.connection_string must hold a connection string")]
    [InlineData("connection_string = \"Host=db;Password=very;secret=x\"", "phira.toml:3:1: storage.connection_string must hold a connection string")]
    [InlineData("connection_string_file = \"nowhere\"", "phira.toml:3:1: storage.connection_string_file names")]
    [InlineData(
        "connection_string = \"Host=db;Database=x\"\nconnection_string_file = \"phira.toml\"",
        "storage.connection_string cannot both be set")]
    [InlineData(
        "connection_string = \"Host=127.0.0.1;Port=1;Database=phira;Password=very-secret\"",
        "The database server of postgresql://127.0.0.1:1/phira does not respond: ")]
    public async Task A_database_server_that_cannot_be_used_is_told_without_its_password(string setting, string told)
    {
        _directory.Write("phira.toml", $"[storage]\nprovider = \"postgresql\"\n{setting}\n");

        var (exitCode, output, errors) = await RunAsync("--data", "kept", "--game-port", "0", "--http-port", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output + errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public_url = \"phira.example\"", "http.public_url is \"phira.example\"; it must be an http or https address")]
    [InlineData("public_url = \"https://phira.example/?x\"", "http.public_url is \"https://phira.example/?x\"; it must be an http or https address")]
    [InlineData("path_base = \"phira/\"", "http.path_base is \"phira/\"; it must be a path such as /phira")]
    [InlineData("path_base = \"/a\"\npublic_url = \"https://phira.example/b\"", "http.path_base is \"/a\", but http.public_url has another path")]
    [InlineData("trusted_proxies = [\"proxy.example\"]", "http.trusted_proxies holds \"proxy.example\"; each entry must be an IP address or a network")]
    [InlineData("certificate = \"a.pem\"", "http.certificate_key and http.certificate must be set together")]
    [InlineData("allowed_hosts = [\"https://phira.example\"]", "http.allowed_hosts holds \"https://phira.example\"")]
    [InlineData("metrics = \"all\"", "must be one of \"loopback\", \"token\", \"open\"")]
    [InlineData("max_connections = 1", "http.max_connections is 1; it must be 16 to 100000")]
    public async Task What_cannot_work_behind_a_proxy_is_told(string setting, string told)
    {
        _directory.Write("phira.toml", $"[http]\n{setting}\n");

        var (exitCode, _, errors) = await RunAsync("--data", "kept", "--game-port", "0", "--http-port", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains(told, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_told_with_its_remedy()
    {
        _directory.Write("kept/phira.db", string.Concat(Enumerable.Repeat("no database ", 1000)));

        var (exitCode, _, errors) = await RunAsync("--data", "kept", "--game-port", "0", "--http-port", "0");

        Assert.Equal(1, exitCode);
        var path = _directory[Path.Combine("kept", "phira.db")];
        Assert.Contains($"\"{path}\" is damaged", errors, StringComparison.Ordinal);
        Assert.Contains($"“{path}”已损坏", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_can_be_printed()
    {
        var (exitCode, output, _) = await RunAsync("--print-config-sample");
        Assert.Equal(0, exitCode);
        Assert.Contains("#data_directory = \"data\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Phira.PluginService --g", "--game-port")]
    [InlineData("Phira.PluginService --demo --print", "--print-config-sample")]
    public async Task A_shell_can_ask_what_may_be_typed(string line, string expected)
    {
        var (exitCode, output, errors) = await RunAsync($"[suggest:{line.Length}]", line);

        Assert.Equal((0, expected, ""), (exitCode, output.Trim(), errors));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task The_help_shows_every_switch_in_both_languages(string argument)
    {
        var (exitCode, output, _) = await RunAsync(argument);
        Assert.Equal(0, exitCode);
        Assert.Contains("--config FILE", output, StringComparison.Ordinal);
        Assert.Contains("显示版本", output, StringComparison.Ordinal);
        Assert.Contains("version of the service", output, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ServiceProgram.RunAsync(_directory.Path, arguments);
}
