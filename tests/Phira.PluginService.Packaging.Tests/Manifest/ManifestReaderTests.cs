using Phira.PluginService.Core.Localization;
using Phira.PluginService.Packaging.Manifest.Model;
using static Phira.PluginService.Packaging.Tests.Manifest.ManifestText;

namespace Phira.PluginService.Packaging.Tests.Manifest;

public sealed class ManifestReaderTests
{
    private const string Full = """
        name = "welcome"
        version = "1.2.3-beta.1+build"
        author = "某人"
        description = "Greets players"
        license = "MIT"
        website = "https://example.org/welcome"
        category = "chat"
        tags = ["chat", "问候"]
        entry_point = "plugin_init"
        abi_version = "1.0.0"
        min_host_version = "1.1.0"
        wasm = "welcome.wasm"

        [custom]
        anything = { goes = [1, 2.5, true, "x", 1979-05-27] }

        [dependencies]
        database-plugin = ">=1.0.0"
        auth-plugin = "^2.1"

        [optional-dependencies]
        logging-plugin = "1.x"

        [conflicts]
        old-welcome = "<1"

        [permissions]
        read_users = true
        write_config = false
        kick_users = { per_minute = 5, users = [7, 8] }
        network = { hosts = ["api.example.org", "*.example.net:443"] }

        [limits]
        max_memory = 1048576
        max_cpu_time_ms = 50
        max_execution_time_ms = 100
        max_open_files = 0
        max_network_connections = 2
        max_allocation_size = 65536
        max_total_allocation = 131072
        max_stack_size = 262144

        [security]
        allow_filesystem = true
        allow_network = true
        allow_subprocesses = true
        allow_environment = true
        allow_system_info = true
        allowed_filesystem_paths = ["/srv/data"]
        allowed_network_hosts = ["api.example.org"]
        allowed_environment_vars = ["LANG"]
        allowed_commands = ["git"]
        max_recursion_depth = 10
        enable_stack_protection = false
        enable_memory_sandbox = false

        [config]
        text = "你好"
        nested.count = 3
        [[config.rules]]
        name = "a"
        [[config.rules]]
        name = "b"

        [hot_reload]
        enabled = false
        restart_on_config_change = true
        restart_on_wasm_change = false
        """;

    [Fact]
    public void Every_key_is_read()
    {
        var manifest = Accept(Full);

        Assert.Equal("welcome", manifest.Name.Value);
        Assert.Equal("1.2.3-beta.1+build", $"{manifest.Version}");
        Assert.Equal("某人", manifest.Author);
        Assert.Equal("Greets players", manifest.Description?.ToString());
        Assert.Equal("MIT", manifest.License);
        Assert.Equal("https://example.org/welcome", manifest.Website);
        Assert.Equal("chat", manifest.Category);
        Assert.Equal(["chat", "问候"], manifest.Tags);
        Assert.Equal("plugin_init", manifest.EntryPoint);
        Assert.Equal("1.0.0", $"{manifest.AbiVersion}");
        Assert.Equal("1.1.0", $"{manifest.MinHostVersion}");
        Assert.Equal("welcome.wasm", manifest.Wasm);
        Assert.Equal("""{"anything":{"goes":[1,2.5,true,"x","1979-05-27"]}}""", manifest.CustomJson);
        Assert.Equal("""{"text":"你好","nested":{"count":3},"rules":[{"name":"a"},{"name":"b"}]}""", manifest.ConfigJson);
        Assert.Equal(new HotReloadOverrides(false, true, false), manifest.HotReload);
    }

    [Fact]
    public void Texts_for_people_have_no_hidden_characters()
    {
        var manifest = Accept(Minimal + """
            author = "\u202Eevil\u200B"
            description = "\u001B[2JGreets\u2066 players"
            tags = ["ch\u200Bat"]
            """);

        Assert.Equal(("evil", "[2JGreets players", "chat"), (manifest.Author, manifest.Description?.ToString(), Assert.Single(manifest.Tags)));
    }

    [Fact]
    public void A_description_can_be_written_in_several_languages()
    {
        var description = Accept(Minimal + """
            description = { zh-CN = "掷骰子", en = "Dice\u2066" }
            """).Description!;

        Assert.Equal(("掷骰子", "Dice"), (description.In(Language.Chinese), description.In(Language.English)));
    }

    [Fact]
    public void Dependencies_are_read_in_order_of_name_with_their_place()
    {
        var manifest = Accept(Full);

        Assert.Equal(
            ["auth-plugin ^2.1 False 19:1", "database-plugin >=1.0.0 False 18:1", "logging-plugin 1.x True 22:1"],
            manifest.Dependencies.Select(
                needed => $"{needed.Name} {needed.Range} {needed.Optional} {needed.Location!.Line}:{needed.Location.Column}"));
        Assert.Equal(["old-welcome <1"], manifest.Conflicts.Select(conflict => $"{conflict.Name} {conflict.Range}"));
    }

    [Fact]
    public void Permissions_set_to_false_are_not_asked_for()
    {
        var manifest = Accept(Full);

        Assert.Equal(["kick_users", "network", "read_users"], manifest.Permissions.Keys);
        Assert.Equal(5u, manifest.Permissions["kick_users"].PerMinute);
        Assert.Equal([7u, 8u], manifest.Permissions["kick_users"].Users!.Value);
        Assert.Equal(["api.example.org", "*.example.net:443"], manifest.Permissions["network"].Hosts!.Value);
        Assert.Null(manifest.Permissions["read_users"].Users);
    }

    [Fact]
    public void Every_limit_is_read()
    {
        var manifest = Accept(Full);

        Assert.Equal(
            [
                "max_memory=1048576", "max_cpu_time_ms=50", "max_execution_time_ms=100", "max_open_files=0",
                "max_network_connections=2", "max_allocation_size=65536", "max_total_allocation=131072", "max_stack_size=262144",
            ],
            manifest.Limits.Select(request => $"{request.Field}={request.Value}"));
    }

    [Theory]
    [InlineData("max_memory = \"64 MiB\"", "max_memory=67108864")]
    [InlineData("max_stack_size = \"1.5mib\"", "max_stack_size=1572864")]
    [InlineData("max_cpu_time_ms = \"1.5 s\"", "max_cpu_time_ms=1500")]
    public void Sizes_and_times_may_be_written_with_a_unit(string line, string expected)
    {
        Assert.Equal([expected], Accept($"{Minimal}[limits]\n{line}\n").Limits.Select(request => $"{request.Field}={request.Value}"));
    }

    [Fact]
    public void Every_field_of_the_security_policy_is_read()
    {
        var security = Accept(Full).Security;

        Assert.True(security.AllowFilesystem);
        Assert.True(security.AllowNetwork);
        Assert.True(security.AllowSubprocesses);
        Assert.True(security.AllowEnvironment);
        Assert.True(security.AllowSystemInfo);
        Assert.Equal(["/srv/data"], security.AllowedFilesystemPaths);
        Assert.Equal(["api.example.org"], security.AllowedNetworkHosts);
        Assert.Equal(["LANG"], security.AllowedEnvironmentVars);
        Assert.Equal(["git"], security.AllowedCommands);
        Assert.Equal(10, security.MaxRecursionDepth);
        Assert.False(security.EnableStackProtection);
        Assert.False(security.EnableMemorySandbox);
    }

    [Fact]
    public void A_manifest_of_three_lines_asks_for_nothing()
    {
        var manifest = Accept(Minimal);

        Assert.Equal("init", manifest.EntryPoint);
        Assert.Null(manifest.Wasm);
        Assert.Null(manifest.ConfigSchema);
        Assert.Equal("{}", manifest.ConfigJson);
        Assert.Equal("{}", manifest.CustomJson);
        Assert.Empty(manifest.Permissions);
        Assert.Empty(manifest.Limits);
        Assert.Empty(manifest.Dependencies);
        Assert.Equal(new HotReloadOverrides(), manifest.HotReload);
        Assert.False(manifest.Security.AllowNetwork);
        Assert.Equal(100, manifest.Security.MaxRecursionDepth);
        Assert.True(manifest.Security.EnableStackProtection);
        Assert.True(manifest.Security.EnableMemorySandbox);
    }

    [Fact]
    public void The_schema_can_be_a_table()
    {
        var manifest = Accept(Minimal + "config_schema = { type = \"object\" }\n");

        Assert.Equal("""{"type":"object"}""", manifest.ConfigSchema!.Json);
    }

    [Fact]
    public void The_schema_can_be_a_text()
    {
        var manifest = Accept(Minimal + "config_schema = ' {\"type\": \"object\"}'\n");

        Assert.Equal(""" {"type": "object"}""", manifest.ConfigSchema!.Json);
    }

    [Fact]
    public void The_schema_can_be_a_file_beside_the_manifest()
    {
        var manifest = Accept(Minimal + "config_schema = \"my.json\"\n", ("my.json", "true"));

        Assert.Equal("true", manifest.ConfigSchema!.Json);
    }

    [Fact]
    public void Without_the_key_the_schema_is_the_file_of_the_usual_name()
    {
        var manifest = Accept(Minimal, ("config.schema.json", """{"type":"object"}"""));

        Assert.Equal("""{"type":"object"}""", manifest.ConfigSchema!.Json);
    }

    [Fact]
    public void Line_ends_of_Windows_are_fine()
    {
        var manifest = Accept(Full.ReplaceLineEndings("\r\n"));

        Assert.Equal("welcome", manifest.Name.Value);
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.1.0")]
    [InlineData("1.0.7")]
    [InlineData("1.1.0-rc.1")]
    public void A_plugin_built_against_this_or_an_older_interface_is_accepted(string abi)
    {
        var manifest = Accept($"name = \"a\"\nversion = \"1.0.0\"\nabi_version = \"{abi}\"\n");

        Assert.Equal(abi, $"{manifest.AbiVersion}");
    }

    [Theory]
    [InlineData("true", null)]
    [InlineData("{ per_hour = 5 }", null)]
    [InlineData("{ playtime = true, titles = false, ranks = true }", "playtime ranks")]
    [InlineData("{ playtime = true, services = [\"playtime\", \"ranks/top\"] }", "playtime ranks/top")]
    [InlineData("{ playtime = false }", "")]
    [InlineData("{ services = true }", "services")]
    public void Plugins_that_may_be_called_are_named_one_by_one_or_in_a_list(string permission, string? services)
    {
        var manifest = Accept($"{Minimal}permissions.call_services = {permission}\n");

        Assert.Equal(
            services?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            manifest.Permissions["call_services"].Services?.Order(StringComparer.Ordinal));
    }
}
