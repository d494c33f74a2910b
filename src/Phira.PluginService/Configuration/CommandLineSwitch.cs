using System.Collections.Immutable;
using System.CommandLine;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Configuration;

/// <summary>A switch of the command line.</summary>
/// <param name="Placeholder">Name of its value in the help; null when it takes none.</param>
/// <param name="Key">The setting it sets, if any.</param>
internal sealed record CommandLineSwitch(string Name, string? Placeholder, LocalizedText Help, string? Key = null)
{
    /// <summary>Another way to write it.</summary>
    public string? ShortName { get; init; }

    public IEnumerable<string> Names => ShortName is null ? [Name] : [ShortName, Name];

    /// <summary>The switch as the parser knows it.</summary>
    public Option Option => field ??= CreateOption();

    public static CommandLineSwitch Demo { get; } = new(
        "--demo", null, new("simulated players and a stand-in for the Phira API; needs no network", "使用模拟玩家和本地模拟的 Phira API，无需网络"));

    public static CommandLineSwitch Config { get; } = new(
        "--config", "FILE", new("configuration file; default phira.toml in the working directory, if present", "配置文件；默认是工作目录中的 phira.toml（可以没有）"));

    public static CommandLineSwitch ShowHelp { get; } = new("--help", null, new("this text", "显示本帮助")) { ShortName = "-h" };

    public static CommandLineSwitch Version { get; } = new("--version", null, new("version of the service", "显示版本"));

    public static CommandLineSwitch PrintConfigSample { get; } = new(
        "--print-config-sample", null, new("a commented phira.toml with every key and its default", "输出带注释的 phira.toml，包含全部键及默认值"));

    public static CommandLineSwitch MigrateConfig { get; } = new(
        "--migrate-config",
        "FILE",
        new("write a phira.toml (or the file of --config) from a server_config.yml", "由 server_config.yml 生成 phira.toml（或 --config 所指的文件）"));

    /// <summary>All switches, in the order of the help.</summary>
    public static ImmutableArray<CommandLineSwitch> All { get; } =
    [
        Demo,
        Config,
        new("--data", "DIR", new("what the service keeps; default data", "服务保存数据的目录；默认 data"), "storage.data_directory"),
        new("--plugins", "DIR", new("the plugins; default plugins", "插件目录；默认 plugins"), "plugins.directory"),
        new("--game-port", "N", new("TCP port for players; default 12346, 0 takes any free port", "玩家连接的 TCP 端口；默认 12346，0 表示任选空闲端口"), "game.port"),
        new("--http-port", "N", new("port of dashboard and API; default 12347, 0 takes any free port", "管理面板和 API 的端口；默认 12347，0 表示任选空闲端口"), "http.port"),
        PrintConfigSample,
        MigrateConfig,
        ShowHelp,
        Version,
    ];

    private Option CreateOption()
    {
        string[] aliases = ShortName is null ? [] : [ShortName];
        return Placeholder is null
            ? new Option<bool>(Name, aliases) { Arity = ArgumentArity.Zero }
            : new Option<string>(Name, aliases) { Arity = ArgumentArity.ExactlyOne, HelpName = Placeholder };
    }
}
