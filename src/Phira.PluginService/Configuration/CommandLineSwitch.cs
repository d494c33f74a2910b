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
        "--demo", null, LocalizedText.Of("switch.demo"));

    public static CommandLineSwitch Config { get; } = new(
        "--config", "FILE", LocalizedText.Of("switch.config"));

    public static CommandLineSwitch ShowHelp { get; } = new("--help", null, LocalizedText.Of("switch.help")) { ShortName = "-h" };

    public static CommandLineSwitch Version { get; } = new("--version", null, LocalizedText.Of("switch.version"));

    public static CommandLineSwitch PrintConfigSample { get; } = new(
        "--print-config-sample", null, LocalizedText.Of("switch.print_config_sample"));

    public static CommandLineSwitch MigrateConfig { get; } = new(
        "--migrate-config",
        "FILE",
        LocalizedText.Of("switch.migrate_config"));

    /// <summary>All switches, in the order of the help.</summary>
    public static ImmutableArray<CommandLineSwitch> All { get; } =
    [
        Demo,
        Config,
        new("--data", "DIR", LocalizedText.Of("switch.data"), "storage.data_directory"),
        new("--plugins", "DIR", LocalizedText.Of("switch.plugins"), "plugins.directory"),
        new("--game-port", "N", LocalizedText.Of("switch.game_port"), "game.port"),
        new("--http-port", "N", LocalizedText.Of("switch.http_port"), "http.port"),
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
