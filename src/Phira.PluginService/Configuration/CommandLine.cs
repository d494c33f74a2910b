using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Configuration;

/// <summary>The command line, taken apart: <c>--switch VALUE</c> or <c>--switch=VALUE</c>.</summary>
internal sealed class CommandLine
{
    // What the web framework's own tools and in-memory test server pass to every program.
    private static readonly string[] _frameworkSwitches = ["--environment", "--contentRoot", "--applicationName"];

    private readonly Dictionary<CommandLineSwitch, string> _given = [];

    private CommandLine()
    {
    }

    public StartAction Action =>
        Has(CommandLineSwitch.ShowHelp) ? StartAction.PrintHelp
        : Has(CommandLineSwitch.Version) ? StartAction.PrintVersion
        : Has(CommandLineSwitch.PrintConfigSample) ? StartAction.PrintConfigSample
        : Has(CommandLineSwitch.MigrateConfig) ? StartAction.MigrateConfig
        : StartAction.Run;

    public bool Demo => Has(CommandLineSwitch.Demo);

    /// <summary>The file of another server that is to be migrated; null when none is.</summary>
    public string? MigratedFile => _given.GetValueOrDefault(CommandLineSwitch.MigrateConfig);

    public string? ConfigFile => _given.GetValueOrDefault(CommandLineSwitch.Config);

    public static CommandLine Parse(IReadOnlyList<string> arguments, SettingsReading reading)
    {
        var line = new CommandLine();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            var parts = argument.Split('=', 2);
            if (parts.Length == 2 && _frameworkSwitches.Contains(parts[0]))
            {
                continue;
            }

            if (!argument.StartsWith('-'))
            {
                reading.Report(location: null, SettingsErrors.ArgumentUnexpected, argument);
            }
            else if (CommandLineSwitch.All.FirstOrDefault(candidate => candidate.Name == parts[0]) is not { } found)
            {
                // The value of an unknown switch says nothing more.
                index += parts.Length == 1 && HasValueAt(arguments, index + 1) ? 1 : 0;
                var nearest = NearestKey.Of(parts[0], CommandLineSwitch.All.Select(candidate => candidate.Name));
                reading.Report(location: null, SettingsErrors.UnknownKey, parts[0], nearest);
            }
            else
            {
                index += line.Take(found, parts, arguments, index, reading);
            }
        }

        return line;
    }

    /// <summary>Sets what the switches set.</summary>
    public void Apply(SettingsReading reading)
    {
        foreach (var (given, text) in _given)
        {
            if (given.Key is not null && reading.Catalog.Find(given.Key) is { } setting)
            {
                reading.SetText(setting, text, given.Name);
            }
        }
    }

    private bool Has(CommandLineSwitch name) => _given.ContainsKey(name);

    /// <summary>Takes a switch and returns how many arguments after it belong to it.</summary>
    private int Take(CommandLineSwitch found, string[] parts, IReadOnlyList<string> arguments, int index, SettingsReading reading)
    {
        var separate = found.Placeholder is not null && parts.Length == 1;
        if (found.Placeholder is null && parts.Length == 2)
        {
            reading.Report(location: null, SettingsErrors.ValueUnexpected, found.Name);
            return 0;
        }

        if (separate && !HasValueAt(arguments, index + 1))
        {
            reading.Report(location: null, SettingsErrors.ValueMissing, found.Name, found.Placeholder!);
            return 0;
        }

        var value = separate ? arguments[index + 1] : parts.ElementAtOrDefault(1) ?? "";
        if (!_given.TryAdd(found, value))
        {
            reading.Report(location: null, SettingsErrors.DuplicateKey, found.Name);
        }

        return separate ? 1 : 0;
    }

    private static bool HasValueAt(IReadOnlyList<string> arguments, int index) =>
        index < arguments.Count && !arguments[index].StartsWith("--", StringComparison.Ordinal);
}
