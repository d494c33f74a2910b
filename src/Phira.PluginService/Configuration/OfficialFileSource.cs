using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>
/// Reads <c>server_config.yml</c>, the file of the official server and those that followed it, so that this service can take their place as it is.
/// Every other source wins over it. What cannot be used does not stop the service: it is told in the notice.
/// </summary>
internal static class OfficialFileSource
{
    public const string Name = "server_config.yml";

    private static readonly ImmutableDictionary<string, (string Key, Func<string, bool> Fits)> _keys =
        new Dictionary<string, (string Key, Func<string, bool> Fits)>
        {
            ["monitors"] = ("game.monitors", IsNumber(1, int.MaxValue)),
            ["admin_phira_ids"] = ("game.admins", IsNumber(1, int.MaxValue)),
            ["port"] = ("game.port", IsNumber(0, 65_535)),
            ["host"] = ("game.listen_address", text => IPAddress.TryParse(text, out _)),
            ["room_max_users"] = ("game.limits.max_players_per_room", IsNumber(8, 64)),
            ["phira_api_endpoint"] = ("phira_api.base_url", text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"),
            ["http_port"] = ("http.port", IsNumber(0, 65_535)),
        }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the file if it exists.</summary>
    /// <param name="workingDirectory">Where it would be.</param>
    /// <param name="reading">Where values go.</param>
    /// <returns>What to tell the administrator; null without the file.</returns>
    public static OfficialFileNotice? Read(string workingDirectory, SettingsReading reading)
    {
        string text;
        try
        {
            text = File.ReadAllText(Path.Combine(workingDirectory, Name));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new OfficialFileNotice("", [exception.Message]);
        }

        var used = new List<(Setting Setting, FlatYamlEntry Entry)>();
        var unused = ImmutableArray.CreateBuilder<string>();
        var entries = FlatYaml.Read(text, out var unread);
        foreach (var entry in entries)
        {
            if (Find(entry, reading) is { } setting && SettingText.Parse(setting, string.Join(',', entry.Values)) is { } value)
            {
                reading.Set(setting, value, new SourceLocation(Name, entry.Line));
                used.Add((setting, entry));
            }
            else
            {
                unused.Add($"{entry.Key} ({Name}:{entry.Line})");
            }
        }

        unused.AddRange(unread.Select(line => $"{Name}:{line}"));
        return new OfficialFileNotice(ToToml(used), unused.ToImmutable());
    }

    private static Setting? Find(FlatYamlEntry entry, SettingsReading reading)
    {
        if (!_keys.TryGetValue(entry.Key, out var target) || reading.Catalog.Find(target.Key) is not { } setting)
        {
            return null;
        }

        return (IsList(setting) || entry.Values.Length == 1) && entry.Values.All(target.Fits) ? setting : null;
    }

    private static bool IsList(Setting setting) => setting.Type is SettingType.IntegerList or SettingType.TextList;

    private static string ToToml(IEnumerable<(Setting Setting, FlatYamlEntry Entry)> used)
    {
        var lines = new StringBuilder();
        foreach (var (setting, entry) in used.DistinctBy(one => one.Setting.Key))
        {
            var values = string.Join(", ", entry.Values);
            lines.Append(CultureInfo.InvariantCulture, $"{setting.Key} = ")
                .Append(IsList(setting) ? $"[{values}]" : setting.Type == SettingType.Text ? $"\"{values}\"" : values)
                .Append('\n');
        }

        return lines.ToString().TrimEnd();
    }

    private static Func<string, bool> IsNumber(int least, int most) => text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}
