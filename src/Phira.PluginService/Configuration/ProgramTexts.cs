using System.Text;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Configuration;

/// <summary>The texts that the program prints instead of running.</summary>
internal static class ProgramTexts
{
    private const string SampleName = "phira.sample.toml";
    private const int SwitchWidth = 24;

    /// <summary>The text that an action prints.</summary>
    public static string For(StartAction action, string version) => action switch
    {
        StartAction.PrintHelp => Help(),
        StartAction.PrintVersion => $"Phira.PluginService {version}\n",
        _ => Sample(),
    };

    /// <summary>The commented configuration file with every key and its default.</summary>
    public static string Sample()
    {
        using var stream = typeof(ProgramTexts).Assembly.GetManifestResourceStream(SampleName)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Help()
    {
        var help = new StringBuilder("Phira.PluginService [--switch [VALUE]] ...\n");
        foreach (var language in LanguageSet.Embedded.Offered)
        {
            help.Append('\n');
            foreach (var item in CommandLineSwitch.All)
            {
                var names = string.Join(", ", item.Names);
                var name = item.Placeholder is null ? names : $"{names} {item.Placeholder}";
                help.Append("  ").Append(name.PadRight(SwitchWidth)).Append(item.Help.In(language)).Append('\n');
            }
        }

        return help.Append("\n  ").Append(LocalizedText.Of("switch.precedence").InEveryLanguage("\n  ")).Append('\n').ToString();
    }
}
