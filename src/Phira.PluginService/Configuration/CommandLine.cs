using System.CommandLine;
using System.CommandLine.Parsing;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Configuration;

/// <summary>The command line, taken apart: <c>--switch VALUE</c> or <c>--switch=VALUE</c>.</summary>
internal sealed class CommandLine
{
    // What the web framework's own tools and in-memory test server pass to every program.
    private static readonly string[] FrameworkSwitches = ["--environment", "--contentRoot", "--applicationName"];

    private static readonly ParserConfiguration Rules = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
    private static readonly RootCommand Root = CreateRoot();

    private readonly ParseResult _parsed;

    private CommandLine(ParseResult parsed) => _parsed = parsed;

    public StartAction Action =>
        Root.Directives.Any(directive => _parsed.GetResult(directive) is not null) ? StartAction.Complete
        : Has(CommandLineSwitch.ShowHelp) ? StartAction.PrintHelp
        : Has(CommandLineSwitch.Version) ? StartAction.PrintVersion
        : Has(CommandLineSwitch.PrintConfigSample) ? StartAction.PrintConfigSample
        : Has(CommandLineSwitch.MigrateConfig) ? StartAction.MigrateConfig
        : StartAction.Run;

    public bool Demo => Has(CommandLineSwitch.Demo);

    /// <summary>The file of another server that is to be migrated; null when none is.</summary>
    public string? MigratedFile => ValueOf(CommandLineSwitch.MigrateConfig);

    public string? ConfigFile => ValueOf(CommandLineSwitch.Config);

    /// <summary>Takes the arguments apart and reports what is wrong with them.</summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments, SettingsReading reading)
    {
        List<string> own = [.. arguments.Where(argument => !IsFrameworkSwitch(argument))];
        var line = new CommandLine(Root.Parse(own, Rules));
        if (line.Action != StartAction.Complete)
        {
            line.ReportSwitches(reading);
            line.ReportUnmatched(own, reading);
        }

        return line;
    }

    /// <summary>Answers what a shell asks while a command line is being typed: <c>[suggest:POSITION] "LINE"</c>.</summary>
    public static Task<int> CompleteAsync(IReadOnlyList<string> arguments, TextWriter output) =>
        Root.Parse(arguments, Rules).InvokeAsync(new InvocationConfiguration { Output = output });

    /// <summary>Sets what the switches set.</summary>
    public void Apply(SettingsReading reading)
    {
        foreach (var given in CommandLineSwitch.All)
        {
            if (given.Key is not null && ValueOf(given) is { } text && reading.Catalog.Find(given.Key) is { } setting)
            {
                reading.SetText(setting, text, given.Name);
            }
        }
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand();
        root.Options.Clear();
        foreach (var each in CommandLineSwitch.All)
        {
            root.Options.Add(each.Option);
        }

        return root;
    }

    private static bool IsFrameworkSwitch(string argument) => argument.Split('=', 2) is [var name, _] && FrameworkSwitches.Contains(name);

    // The parser takes whatever follows a switch for its value, another switch as well.
    private static bool IsValue(Token token) => !token.Value.StartsWith("--", StringComparison.Ordinal);

    private OptionResult? Find(CommandLineSwitch each) => _parsed.GetResult(each.Option) is { Implicit: false } found ? found : null;

    private bool Has(CommandLineSwitch each) => Find(each) is not null;

    private string? ValueOf(CommandLineSwitch each) => Find(each) is { Tokens: [var value, ..] } ? value.Value : null;

    // What the parser itself says of mistakes is English alone and has no codes.
    private void ReportSwitches(SettingsReading reading)
    {
        foreach (var each in CommandLineSwitch.All)
        {
            if (Find(each) is not { } found)
            {
                continue;
            }

            if (each.Placeholder is not null && found.Tokens.Count(IsValue) < found.IdentifierTokenCount)
            {
                reading.Report(location: null, SettingsErrors.ValueMissing, each.Name, each.Placeholder);
            }
            else if (found.IdentifierTokenCount > 1)
            {
                reading.Report(location: null, SettingsErrors.DuplicateKey, each.Name);
            }
        }
    }

    private void ReportUnmatched(IEnumerable<string> arguments, SettingsReading reading)
    {
        var unmatched = new Queue<string>(_parsed.UnmatchedTokens);
        var isAfterUnknown = false;
        foreach (var argument in arguments)
        {
            var isNext = unmatched.TryPeek(out var token);
            if (isNext && CommandLineSwitch.All.FirstOrDefault(each => argument == $"{each.Name}={token}") is { } flag)
            {
                unmatched.Dequeue();
                reading.Report(location: null, SettingsErrors.ValueUnexpected, flag.Name);
            }
            else if (isNext && argument == token)
            {
                unmatched.Dequeue();
                isAfterUnknown = ReportUnmatched(argument, isAfterUnknown, reading);
                continue;
            }

            isAfterUnknown = false;
        }
    }

    /// <returns>Whether the argument is a switch that the next one may be the value of. The value of an unknown switch says nothing more.</returns>
    private static bool ReportUnmatched(string argument, bool isAfterUnknown, SettingsReading reading)
    {
        if (argument.StartsWith('-'))
        {
            var name = argument.Split('=')[0];
            var nearest = NearestKey.Of(name, CommandLineSwitch.All.SelectMany(each => each.Names));
            reading.Report(location: null, SettingsErrors.UnknownKey, name, nearest);
            return name == argument;
        }

        if (!isAfterUnknown)
        {
            reading.Report(location: null, SettingsErrors.ArgumentUnexpected, argument);
        }

        return false;
    }
}
