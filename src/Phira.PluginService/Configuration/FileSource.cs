using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Packaging.Toml;

namespace Phira.PluginService.Configuration;

/// <summary>Reads the configuration file.</summary>
internal static class FileSource
{
    public const string DefaultName = "phira.toml";

    /// <summary>Reads the file that the command line names, or else the default one if it exists.</summary>
    /// <param name="named">The file named; null for none.</param>
    /// <param name="workingDirectory">Base of relative paths.</param>
    public static void Read(string? named, string workingDirectory, SettingsReading reading)
    {
        var file = named ?? DefaultName;
        try
        {
            ReadText(StrictText.Decode(File.ReadAllBytes(Path.Combine(workingDirectory, file))), file, reading);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            if (named is not null)
            {
                reading.Report(location: null, SettingsErrors.FileMissing, Path.GetFullPath(file, workingDirectory));
            }
        }
        catch (DecoderFallbackException)
        {
            reading.Report(new SourceLocation(file), SettingsErrors.NotUtf8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reading.Report(new SourceLocation(file), SettingsErrors.FileUnreadable, exception.Message);
        }
    }

    /// <summary>Reads the text of a configuration file.</summary>
    public static void ReadText(string text, string file, SettingsReading reading)
    {
        var document = TomlDocument.Parse(text, file);
        foreach (var problem in document.Problems)
        {
            reading.Report(Translate(problem));
        }

        ReadTable("", document.Root, document.TrustedLines, reading);
    }

    private static void ReadTable(string table, TomlValue value, int trustedLines, SettingsReading reading)
    {
        foreach (var member in value.Members.Where(member => member.Location.Line <= trustedLines))
        {
            var key = table.Length == 0 ? member.Key : $"{table}.{member.Key}";
            if (reading.Catalog.Find(key) is { } setting)
            {
                ReadValue(setting, member, reading);
            }
            else if (!reading.Catalog.IsTable(key))
            {
                reading.Report(member.Location, SettingsErrors.UnknownKey, key, reading.Catalog.Nearest(key));
            }
            else if (member.Value.Kind == TomlKind.Table)
            {
                ReadTable(key, member.Value, trustedLines, reading);
            }
            else
            {
                reading.ReportType(member.Location, key, LocalizedText.Of("setting.type.table", key), Name(member.Value.Kind));
            }
        }
    }

    private static void ReadValue(Setting setting, TomlMember member, SettingsReading reading)
    {
        if (ToValue(setting, member.Value) is { } value)
        {
            reading.Set(setting, value, member.Location);
        }
        else
        {
            reading.ReportType(
                member.Value.Location,
                setting,
                setting.Key,
                member.Value.Kind == TomlKind.String && (setting.Type == SettingType.Choice || setting.Unit is not null)
                    ? $"\"{member.Value.Text}\""
                    : Name(member.Value.Kind));
        }
    }

    private static object? ToValue(Setting setting, TomlValue value) => (setting.Type, value.Kind) switch
    {
        (SettingType.Text, TomlKind.String) => value.Text,
        (SettingType.Choice, TomlKind.String) => SettingText.Parse(setting, value.Text),
        (_, TomlKind.String) when setting.Unit is not null => SettingText.Parse(setting, value.Text),
        (SettingType.Flag, TomlKind.Boolean) => value.Boolean,
        (SettingType.Integer, TomlKind.Integer) => setting.Fits(value.Integer) ? value.Integer : null,
        (SettingType.Number or SettingType.Milliseconds, TomlKind.Integer) => (double)value.Integer,
        (SettingType.Number or SettingType.Milliseconds, TomlKind.Float) => double.IsFinite(value.Float) ? value.Float : null,
        (SettingType.TextList, TomlKind.Array) when value.Items.TrueForAll(item => item.Kind == TomlKind.String) =>
            value.Items.Select(item => item.Text).ToImmutableArray(),
        (SettingType.IntegerList, TomlKind.Array) when value.Items.TrueForAll(item => item.Kind == TomlKind.Integer && setting.Fits(item.Integer)) =>
            value.Items.Select(item => item.Integer).ToImmutableArray(),
        _ => null,
    };

    private static string Name(TomlKind kind) => kind.ToString().ToLowerInvariant();

    // The TOML reader was made for plugin manifests and says so in its codes.
    private static Error Translate(Error problem)
    {
        var code = problem.Code == ManifestErrors.Syntax ? SettingsErrors.Syntax
            : problem.Code == ManifestErrors.DuplicateKey ? SettingsErrors.DuplicateKey
            : problem.Code;
        return problem with { Code = code };
    }
}
