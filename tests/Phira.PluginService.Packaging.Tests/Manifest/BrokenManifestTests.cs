using static Phira.PluginService.Packaging.Tests.Manifest.ManifestText;

namespace Phira.PluginService.Packaging.Tests.Manifest;

/// <summary>Each row: what is appended to a right manifest of three lines, and everything that is reported, with its place.</summary>
public sealed class BrokenManifestTests
{
    public static TheoryData<string, string> Appended { get; } = new()
    {
        { "auhtor = \"x\"", "4:1 manifest.unknown_key auhtor|author" },
        { "Version = \"1\"", "4:1 manifest.unknown_key Version|version" },
        { "  optional_dependencies = {}", "4:3 manifest.unknown_key optional_dependencies|optional-dependencies" },
        { "kick_users = true", "4:1 manifest.unknown_key kick_users|permissions.kick_users" },
        { "allow_network = true", "4:1 manifest.unknown_key allow_network|security.allow_network" },
        { "[depencencies]\na = \"1\"", "4:2 manifest.unknown_key depencencies|dependencies" },
        { "[limits]\nmax_memroy = 1", "5:1 manifest.unknown_key limits.max_memroy|limits.max_memory" },
        { "[limits]\nmax_recursion_depth = 1", "5:1 manifest.unknown_key limits.max_recursion_depth|security.max_recursion_depth" },
        { "limits.max_mem = 1", "4:8 manifest.unknown_key limits.max_mem|limits.max_memory" },
        { "[security]\nallow_netwrok = true", "5:1 manifest.unknown_key security.allow_netwrok|security.allow_network" },
        { "[hot_reload]\nenable = true", "5:1 manifest.unknown_key hot_reload.enable|hot_reload.enabled" },
        { "[hot_reload]\npoll_interval_secs = 1", "5:1 manifest.host_key hot_reload.poll_interval_secs" },
        { "[permissions]\nread_user = true", "5:1 manifest.unknown_key permissions.read_user|permissions.read_users" },
        {
            "[permissions]\nkick_users = { per_minuet = 1 }",
            "5:16 manifest.unknown_key permissions.kick_users.per_minuet|permissions.kick_users.per_minute"
        },
        {
            "[permissions]\nbroadcast = { users = [1] }",
            "5:15 manifest.unknown_key permissions.broadcast.users|permissions.broadcast.per_hour"
        },
        { "author = 3", "4:10 manifest.wrong_type author|string|integer" },
        { "author = [\"a\"]", "4:10 manifest.wrong_type author|string|array" },
        { "tags = \"a\"", "4:8 manifest.wrong_type tags|array|string" },
        { "tags = [\"a\", 2, true]", "4:14 manifest.wrong_type tags[1]|string|integer\n4:17 manifest.wrong_type tags[2]|string|boolean" },
        { "limits = 3", "4:10 manifest.wrong_type limits|table|integer" },
        { "[[limits]]\nmax_memory = 65536", "4:3 manifest.wrong_type limits|table|array" },
        { "[limits]\nmax_memory = 1.5", "5:14 manifest.wrong_type limits.max_memory|integer|float" },
        { "[limits]\nmax_memory = \"64 MB\"", "5:14 manifest.bad_amount limits.max_memory|64 MB|64 MiB" },
        { "[limits]\nmax_memory = \"0.5\"", "5:14 manifest.bad_amount limits.max_memory|0.5|64 MiB" },
        { "[limits]\nmax_memory = \"1 KiB\"", "5:14 manifest.limit_below_minimum limits.max_memory|1024|65536" },
        { "[limits]\nmax_open_files = \"8\"", "5:18 manifest.wrong_type limits.max_open_files|integer|string" },
        { "[limits]\nmax_memory = 1", "5:14 manifest.limit_below_minimum limits.max_memory|1|65536" },
        { "[limits]\nmax_open_files = -1", "5:18 manifest.limit_below_minimum limits.max_open_files|-1|0" },
        { "[limits]\nmax_memory = 99999999999999999999", "5:14 manifest.syntax Unable to parse integer `99999999999999999999`" },
        { "[permissions]\nread_users = \"yes\"", "5:14 manifest.wrong_type permissions.read_users|boolean/table|string" },
        { "[permissions]\nkick_users.per_minute = 0", "5:25 manifest.out_of_range permissions.kick_users.per_minute|0|1|1000000" },
        { "[permissions]\nkick_users.users = [-1]", "5:21 manifest.out_of_range permissions.kick_users.users[0]|-1|0|4294967295" },
        { "[permissions]\nnetwork.hosts = [\"a b\"]", "5:18 manifest.bad_host permissions.network.hosts[0]|a b" },
        {
            "[security]\nallowed_network_hosts = [\"x.org\", \"http://x\"]",
            "5:35 manifest.bad_host security.allowed_network_hosts[1]|http://x"
        },
        { "[security]\nmax_recursion_depth = 0", "5:23 manifest.out_of_range security.max_recursion_depth|0|1|10000" },
        { "website = \"javascript:alert(1)\"", "4:11 manifest.bad_url website|javascript:alert(1)" },
        { "website = \"example.org\"", "4:11 manifest.bad_url website|example.org" },
        { "[[pages]]\nid = \"a\"\ntitle = \"A\"\npath = \"/a\"\nicno = \"map\"", "8:1 manifest.unknown_key pages[0].icno|pages[0].icon" },
        { "[[pages]]\nid = \"a\"", "4:3 manifest.missing_key pages[0].title\n4:3 manifest.missing_key pages[0].path" },
        { "pages = [3]", "4:10 manifest.wrong_type pages[0]|table|integer" },
        { "pages = [{ id = \"A b\", title = \"A\", path = \"/\" }]", "4:17 manifest.bad_page_id pages[0].id|A b" },
        {
            "pages = [{ id = \"a\", title = \"A\", path = \"/\" }, { id = \"a\", title = \"A\", path = \"/\" }]",
            "4:56 manifest.duplicate_key a"
        },
        {
            "pages = [{ id = \"a\", title = { en = 3 }, path = \"/\", access = \"all\" }]",
            "4:37 manifest.wrong_type pages[0].title.en|string|integer\n4:63 manifest.bad_choice pages[0].access|all|admin, public"
        },
        { "license = \" \"", "4:11 manifest.empty_value license" },
        { "description = { en = \"\", \"every one\" = \"x\" }", "4:22 manifest.empty_value description.en\n4:26 manifest.bad_language description|every one" },
        { "description = { en = 3 }", "4:22 manifest.wrong_type description.en|string|integer" },
        { "description = {}", "4:1 manifest.empty_value description" },
        { "wasm = \"../other/x.wasm\"", "4:8 manifest.bad_file_name wasm|../other/x.wasm" },
        { "wasm = 'C:\\x.wasm'", "4:8 manifest.bad_file_name wasm|C:\\x.wasm" },
        { "wasm = \"..\"", "4:8 manifest.bad_file_name wasm|.." },
        { "entry_point = \"a b\"", "4:15 manifest.bad_entry_point a b" },
        { "min_host_version = \"1.2\"", "4:20 manifest.bad_version min_host_version|1.2" },
        { "min_host_version = \"1.3.0\"", "4:20 manifest.host_too_old 1.3.0|1.2.0" },
        { "[dependencies]\nother = \"latest\"", "5:9 manifest.bad_range dependencies.other|latest" },
        { "[dependencies]\nother = 1", "5:9 manifest.wrong_type dependencies.other|string|integer" },
        { "[dependencies]\nOther = \"1.x\"", "5:1 manifest.bad_name dependencies|Other" },
        { "[dependencies]\nwelcome = \"1.x\"", "5:1 manifest.refers_to_itself dependencies.welcome" },
        { "[conflicts]\nwelcome = \"1.x\"", "5:1 manifest.refers_to_itself conflicts.welcome" },
        { "[dependencies]\na = \"1\"\n[optional-dependencies]\na = \"1\"", "7:1 manifest.duplicate_key a" },
        { "name = \"again\"", "4:1 manifest.duplicate_key name" },
        { "[config]\na = 1\n[config]\nb = 2", "6:1 manifest.duplicate_key config" },
        { "[config]\na = nan", "5:5 manifest.not_a_number config.a" },
        { "[config]\na = [1, -inf]", "5:9 manifest.not_a_number config.a[1]" },
        { "author = \"x", "4:12 manifest.syntax Invalid newline in a string" },
        { "author = tru", "4:10 manifest.syntax Unexpected token `tru` for a value" },
        {
            "author =\nlicense =",
            "4:9 manifest.syntax Unexpected token end-of-line found while expecting a value\n"
            + "5:10 manifest.syntax Unexpected token end-of-line found while expecting a value"
        },
        { "config_schema = 1", "4:17 manifest.wrong_type config_schema|string/table|integer" },
        { "config_schema = \"a/b.json\"", "4:17 manifest.bad_file_name config_schema|a/b.json" },
        { "config_schema = \"none.json\"", "4:17 config.schema_missing none.json" },
        { "config_schema = '{\"type\": \"strnig\"}'", "4:17 config.schema_keyword #/type|null/boolean/object/array/number/integer/string" },
        {
            "[config_schema.properties.a]\ntype = \"intger\"",
            "4:2 config.schema_keyword #/properties/a/type|null/boolean/object/array/number/integer/string"
        },
        {
            "config_schema.properties.a.items.type = \"integer\"\n[config]\na = [1,\n  \"two\"]",
            "7:3 config.wrong_type $.a[1]|integer|string"
        },
        {
            "config_schema.additionalProperties = false\nconfig.b = 1",
            "5:12 config.unknown_field $.b"
        },
        { "[permissions.call_services]\nPlaytime = true", "5:1 manifest.unknown_key permissions.call_services.Playtime|permissions.call_services.services" },
        { "[permissions.call_services]\nplaytime = 1", "5:12 manifest.wrong_type permissions.call_services.playtime|boolean|integer" },
        { "[permissions.provide_services]\nplaytime = true",
            "5:1 manifest.unknown_key permissions.provide_services.playtime|permissions.provide_services.services" },
        { "x.y.z = 1", "4:1 manifest.unknown_key x|name" },
    };

    [Theory]
    [MemberData(nameof(Appended))]
    public void Every_problem_is_reported_with_its_place(string appended, string expected)
    {
        var reading = Read($"{Minimal}{appended}\n");

        Assert.Null(reading.Manifest);
        Assert.Equal(expected.Split('\n'), Problems(reading.Failure));
        Assert.Equal(ManifestText.Path, reading.Failure!.Location!.File);
        Assert.Equal("welcome", reading.Name?.Value);
    }

    [Theory]
    [InlineData("name = 'Welcome'", "1:8 manifest.bad_name name|Welcome")]
    [InlineData("name = '-welcome'", "1:8 manifest.bad_name name|-welcome")]
    [InlineData("name = ''", "1:8 manifest.empty_value name")]
    [InlineData("name = 7", "1:8 manifest.wrong_type name|string|integer")]
    [InlineData("", "1:1 manifest.missing_key name")]
    public void The_name_must_be_one(string line, string expected)
    {
        var reading = Read($"{line}\nversion = '1.0.0'\nabi_version = '1.0.0'\n");

        Assert.Equal([expected], Problems(reading.Failure));
        Assert.Null(reading.Name);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("v1.0.0")]
    [InlineData("1.0.0.0")]
    [InlineData("01.0.0")]
    [InlineData("1.0.0 ")]
    [InlineData("latest")]
    public void The_version_must_be_semantic(string version)
    {
        var reading = Read($"name = 'a'\nversion = '{version}'\nabi_version = '1.0.0'\n");

        Assert.Equal([$"2:11 manifest.bad_version version|{version}"], Problems(reading.Failure));
    }

    [Theory]
    [InlineData("1.1.1")]
    [InlineData("1.2.0")]
    [InlineData("2.0.0")]
    [InlineData("0.9.0")]
    public void An_interface_that_this_host_does_not_offer_is_refused_with_both_versions(string abi)
    {
        var reading = Read($"name = 'a'\nversion = '1.0.0'\nabi_version = '{abi}'\n");

        Assert.Equal([$"3:15 manifest.abi_unsupported {abi}|1.1.0"], Problems(reading.Failure));
    }

    [Fact]
    public void An_empty_manifest_lacks_each_required_key()
    {
        var reading = Read("");

        Assert.Equal(
            ["1:1 manifest.missing_key name", "1:1 manifest.missing_key version", "1:1 manifest.missing_key abi_version"],
            Problems(reading.Failure));
    }

    [Fact]
    public void All_problems_of_a_manifest_are_reported_together_in_the_order_of_the_file()
    {
        var reading = Read("""
            name = "We lcome"
            version = 1
            [dependencies]
            x = "nope"
            [limits]
            max_memroy = 1
            """);

        Assert.Equal(
            [
                "1:1 manifest.missing_key abi_version",
                "1:8 manifest.bad_name name|We lcome",
                "2:11 manifest.wrong_type version|string|integer",
                "4:5 manifest.bad_range dependencies.x|nope",
                "6:1 manifest.unknown_key limits.max_memroy|limits.max_memory",
            ],
            Problems(reading.Failure));
        Assert.Equal("manifest.invalid", reading.Failure!.Code.Value);
        Assert.Equal(["5"], reading.Failure.Arguments);
    }

    [Fact]
    public void After_a_syntax_error_nothing_is_concluded_from_what_the_parser_only_guesses()
    {
        var reading = Read("""
            name = "welcome"
            auhtor = "x"
            limits]
            max_memory = 1000000
            """);

        var problems = Problems(reading.Failure).ToList();
        Assert.Equal("2:1 manifest.unknown_key auhtor|author", problems[0]);
        Assert.All(problems[1..], problem => Assert.Matches("^[34]:[0-9]+ manifest[.]syntax ", problem));
        Assert.Equal("welcome", reading.Name?.Value);
    }

    [Fact]
    public void A_name_after_a_syntax_error_is_not_trusted()
    {
        var reading = Read("version = \nname = \"welcome\"\nabi_version = \"1.0.0\"\n");

        Assert.Null(reading.Name);
    }

    [Fact]
    public void A_malformed_escape_at_the_end_of_the_file_is_a_syntax_error_of_its_line()
    {
        var reading = Read(Minimal + "author = \"\\u");

        Assert.Equal("4:1", $"{reading.Failure!.Location!.Line}:{reading.Failure.Location.Column}");
        Assert.Equal("manifest.syntax", reading.Failure.Code.Value);
    }

    [Fact]
    public void Problems_of_the_manifest_and_of_its_schema_are_reported_together_under_the_name_of_the_manifest()
    {
        var reading = Read($"{Minimal}auhtor = 1\n", ("config.schema.json", """{"type":"x","minimum":"y"}"""));

        Assert.Equal(ManifestText.Path, $"{reading.Failure!.Location}");
        Assert.Equal(
            ["config.schema_keyword", "config.schema_keyword", "manifest.unknown_key"], reading.Failure.Causes.Select(cause => cause.Code.Value));
    }

    [Fact]
    public void A_problem_in_a_schema_file_names_that_file_and_its_line()
    {
        var reading = Read(Minimal, ("config.schema.json", "{\n  \"type\": \"object\",\n  oops\n}"));

        Assert.Equal("config.schema_syntax", reading.Failure!.Code.Value);
        Assert.Equal("plugins/welcome/config.schema.json:3:3", $"{reading.Failure.Location}");
    }
}
