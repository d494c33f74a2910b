using Phira.PluginService.Configuration;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Http;

namespace Phira.PluginService.Tests.Configuration;

/// <summary>The file of the official server, and of those that followed it, is read where it lies.</summary>
public sealed class OfficialFileTests : IDisposable
{
    private readonly SettingsLoader _loader = new();

    [Theory]
    [InlineData("monitors: [2, 7]")]
    [InlineData("monitors:\n  - 2\n  - 7\n")]
    [InlineData("\uFEFF# who may watch\n---\nmonitors:\r\n- 2 # me\r\n- 7\r\n")]
    [InlineData("MONITORS: ['2', \"7\"]")]
    [InlineData("monitors: [\n  2, # me\n  7,\n]\n")]
    [InlineData("\"monitors\": [\"\\x32\", 7]")]
    [InlineData("{monitors: [2, 7]}")]
    [InlineData("%YAML 1.2\n---\nmonitors: [2, 7]\n...\n")]
    public void Monitors_are_read_in_every_usual_notation(string text)
    {
        Assert.Equal([2, 7], Official(text).Load<GameServerOptions>().Monitors!);
    }

    [Fact]
    public void All_keys_with_a_meaning_here_are_taken_over()
    {
        Official("""
            port: 2333
            host: "::"
            room_max_users: 16
            admin_phira_ids: [1739989]
            phira_api_endpoint: https://phira.example
            MAX_ROOMS: 50
            MAX_CONNECTIONS: 300
            PLAYING_RECONNECT_GRACE: 45
            HAPROXY_PROTOCOL: true
            HTTP_PORT: 8080
            """);

        var game = _loader.Load<GameServerOptions>();
        Assert.Equal(2333, game.Port);
        Assert.Equal("::", game.ListenAddress);
        Assert.Equal(16, game.Limits.MaxPlayersPerRoom);
        Assert.Equal([1739989], game.Admins!);
        Assert.Equal("https://phira.example", _loader.Load<PhiraApiOptions>().BaseUrl);
        Assert.Equal((50, 300), (game.Limits.MaxRooms, game.Limits.MaxConnections));
        Assert.Equal(45, game.PlayingReconnectGraceSecs);
        Assert.Equal(["127.0.0.0/8", "::1"], game.TrustedProxies);
        Assert.Equal(8080, _loader.Load<HttpOptions>().Port);
    }

    [Fact]
    public void Every_other_source_wins()
    {
        Official("monitors: [2]\nport: 1\n").File("game.port = 2");

        var game = _loader.Load<GameServerOptions>();
        Assert.Equal(2, game.Port);
        Assert.Equal([2], game.Monitors!);
    }

    [Fact]
    public void The_notice_shows_what_to_write_instead()
    {
        var notice = Official("monitors: [2, 7]\nroom_max_users: 10\nhost: '::'\nserver_name: Ours\nMAX_ROOMS: many\n").Load().Notice;

        Assert.NotNull(notice);
        Assert.Equal("[game]\nmonitors = [2,7]\nlisten_address = \"::\"\n\n[game.limits]\nmax_players_per_room = 10\n", notice.Toml);
        Assert.Equal(["server_name (server_config.yml:4)", "MAX_ROOMS (server_config.yml:5; 1–1000000)"], notice.Unused);
    }

    [Fact]
    public void What_is_written_instead_says_the_same()
    {
        var before = Official("""
            monitors: [2, 7]
            host: "::"
            port: 2333
            room_max_users: 16
            max_rooms: 50
            playing_reconnect_grace: 45
            haproxy_protocol: true
            phira_api_endpoint: https://phira.example/a?b="c"
            http_port: 8080
            """).Load();
        using var again = new SettingsLoader();

        var after = again.File(before.Notice!.Toml).Load();

        Assert.Empty(after.Problems);
        Assert.Equal(9, after.Configuration.Values.Count);
        Assert.All(before.Configuration.Values, value => Assert.Equal(value.Value.Value, after.Configuration.Values[value.Key].Value));
    }

    [Theory]
    [InlineData("room_max_users: 100")]
    [InlineData("max_rooms: 0")]
    [InlineData("haproxy_protocol: maybe")]
    [InlineData("monitors: [two]")]
    [InlineData("monitors: &anchor [2]")]
    [InlineData("monitors: [2")]
    [InlineData("monitors:\n  two: 2")]
    [InlineData("host: localhost")]
    [InlineData("port: [1, 2]")]
    [InlineData("not yaml at all")]
    [InlineData("\"unclosed: 1")]
    public void What_cannot_be_used_is_told_and_stops_nothing(string text)
    {
        var result = Official(text).Load();

        Assert.Empty(result.Problems);
        Assert.Empty(result.Configuration.Values);
        Assert.NotEmpty(result.Notice!.Unused);
    }

    [Theory]
    [InlineData("monitors: {two: 2}\nport: 1\n", "monitors (server_config.yml:1; 1–2147483647)")]
    [InlineData("log:\n  level: debug\n  files: [a, b]\nport: 1\n", "log (server_config.yml:1)")]
    [InlineData("? [a,\n   b]\n: 2\nport: 1\n", "server_config.yml:1–3")]
    [InlineData("port: 1\n---\n- a\n- b\n", "server_config.yml:3–4")]
    [InlineData("port: 1\nmonitors: [2\nmax_rooms: 3\n", "server_config.yml:2–3")]
    [InlineData("port: 1\n\nnot yaml\nmax_rooms: 3\n\n", "server_config.yml:3–4")]
    [InlineData("port: 1\n\"unclosed: 1\n", "server_config.yml:2")]
    [InlineData("port: 1\nmonitors: *who\n", "monitors (server_config.yml:2; 1–2147483647)")]
    public void The_place_of_what_cannot_be_used_is_told_and_the_rest_is_used(string text, string unused)
    {
        var result = Official(text).Load();

        Assert.Equal(["game.port"], result.Configuration.Values.Keys);
        Assert.Equal([unused], result.Notice!.Unused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# port: 1\n")]
    [InlineData("---\n...\n")]
    public void In_a_file_without_keys_nothing_is_unused(string text) => Assert.Empty(Official(text).Load().Notice!.Unused);

    [Fact]
    public void No_damage_to_the_file_stops_anything()
    {
        const string Sample = "# me\nport: 1\nhost: \"::\"\nmonitors: [2, 'x', {a: *b}]\nlog:\n  - a: !t &b |\n     c\n? d\n: e\n---\nmax_rooms: 3\n";
        var damaged = Enumerable.Range(0, Sample.Length)
            .SelectMany(at => "\0\t\n #&*!|>{}[],:?-%@`'\"\\~é\ud800".Select(character => $"{Sample[..at]}{character}{Sample[(at + 1)..]}")
                .Append(Sample[..at]));

        Assert.All(damaged, one =>
        {
            var lines = one.Split('\n').Length;
            var file = YamlFileReader.Read(one);
            Assert.All(file.Entries, entry => Assert.InRange(entry.Line, 1, lines));
            Assert.All(file.Unread, range => Assert.True(range.First >= 1 && range.Last >= range.First && range.Last <= lines, $"{range} of {one}"));
        });
    }

    [Fact]
    public void Without_the_file_there_is_nothing_to_tell() => Assert.Null(_loader.Load().Notice);

    public void Dispose() => _loader.Dispose();

    private SettingsLoader Official(string text) => _loader.File(text, OfficialFile.Name);
}
