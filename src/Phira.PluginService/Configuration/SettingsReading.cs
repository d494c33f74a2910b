using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>Collects values, a later one replacing an earlier one, and problems.</summary>
internal sealed class SettingsReading(SettingsCatalog catalog)
{
    private readonly ImmutableDictionary<string, SettingValue>.Builder _values = ImmutableDictionary.CreateBuilder<string, SettingValue>();
    private readonly List<Error> _problems = [];

    public SettingsCatalog Catalog => catalog;

    public ImmutableDictionary<string, SettingValue> Values => _values.ToImmutable();

    public ImmutableArray<Error> Problems => [.. _problems];

    public void Report(Error problem) => _problems.Add(problem);

    public void Report(SourceLocation? location, ErrorCode code, params ReadOnlySpan<LocalizedText> arguments) =>
        Report(new Error(code, arguments) { Location = location });

    public void Set(Setting setting, object value, SourceLocation origin) => _values[setting.Key] = new SettingValue(value, origin);

    /// <summary>Reads a value given as text, as the environment and the command line do. Lists are separated by commas.</summary>
    public void SetText(Setting setting, string text, string source)
    {
        if (SettingText.Parse(setting, text) is { } value)
        {
            Set(setting, value, new SourceLocation(source));
        }
        else
        {
            ReportType(location: null, setting, source, $"\"{text}\"");
        }
    }

    public void ReportType(SourceLocation? location, Setting setting, string name, string found) =>
        ReportType(location, name, SettingText.Describe(setting), found);

    public void ReportType(SourceLocation? location, string name, LocalizedText expected, string found) =>
        Report(location, SettingsErrors.WrongType, name, expected, found);
}
