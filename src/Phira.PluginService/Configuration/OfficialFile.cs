using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>The content of the official server's file, or of one that followed it, in our terms.</summary>
/// <param name="Taken">The settings taken over, in the order of the file.</param>
/// <param name="Unused">The keys not taken over, each with its place and, where it has one, the accepted form.</param>
internal sealed record OfficialFile(ImmutableArray<OfficialSetting> Taken, ImmutableArray<string> Unused)
{
    /// <summary>The name under which it is looked for.</summary>
    public const string Name = "server_config.yml";

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ImmutableDictionary<string, OfficialKey> Keys = new Dictionary<string, OfficialKey>
    {
        ["monitors"] = OfficialKey.Number("game.monitors", 1, int.MaxValue),
        ["admin_phira_ids"] = OfficialKey.Number("game.admins", 1, int.MaxValue),
        ["port"] = OfficialKey.Number("game.port", 0, 65_535),
        ["host"] = new("game.listen_address", "an IP address", text => IPAddress.TryParse(text, out _) ? text : null),
        ["room_max_users"] = OfficialKey.Number("game.limits.max_players_per_room", 8, 64),
        ["max_rooms"] = OfficialKey.Number("game.limits.max_rooms", 1, 1_000_000),
        ["max_connections"] = OfficialKey.Number("game.limits.max_connections", 1, 1_000_000),
        ["playing_reconnect_grace"] = OfficialKey.Number("game.playing_reconnect_grace_secs", 0, 3_600),
        ["haproxy_protocol"] = new("game.trusted_proxies", "true, false", TrustedProxies)
        {
            // Those servers trust the header of any client; here the trusted proxies must be named.
            Comment = LocalizedText.Of("official.proxies").InEveryLanguage(" / "),
        },
        ["phira_api_endpoint"] = new(
            "phira_api.base_url", "http(s)://…", text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text : null),
        ["http_port"] = OfficialKey.Number("http.port", 0, 65_535),
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Translates the text of a file.</summary>
    public static OfficialFile Read(string text, string file, SettingsCatalog catalog)
    {
        var taken = ImmutableArray.CreateBuilder<OfficialSetting>();
        var unused = ImmutableArray.CreateBuilder<string>();
        var yaml = YamlFileReader.Read(text);
        foreach (var entry in yaml.Entries)
        {
            if (!Keys.TryGetValue(entry.Key, out var key) || catalog.Find(key.Target) is not { } setting)
            {
                unused.Add($"{entry.Key} ({file}:{entry.Line})");
            }
            else if (Translate(entry, key, setting) is { } value)
            {
                taken.Add(new OfficialSetting(setting, value, key.Comment, new SourceLocation(file, entry.Line)));
            }
            else
            {
                unused.Add($"{entry.Key} ({file}:{entry.Line}; {key.Accepts})");
            }
        }

        unused.AddRange(yaml.Unread.Select(lines => $"{file}:{lines}"));
        return new OfficialFile(taken.ToImmutable(), unused.ToImmutable());
    }

    /// <summary>The settings as a file of ours: tables, one line for each setting.</summary>
    public string ToToml()
    {
        var toml = new StringBuilder();
        foreach (var table in Taken.DistinctBy(one => one.Setting.Key).GroupBy(one => one.Setting.Key[..one.Setting.Key.LastIndexOf('.')]))
        {
            toml.Append(toml.Length == 0 ? "" : "\n").Append('[').Append(table.Key).Append("]\n");
            foreach (var one in table)
            {
                toml.Append(one.Comment is null ? "" : $"# {one.Comment}\n")
                    .Append(one.Setting.Key.AsSpan(table.Key.Length + 1)).Append(" = ")
                    .Append(JsonSerializer.Serialize(one.Value, Quoted)).Append('\n');
            }
        }

        return toml.ToString();
    }

    private static object? Translate(YamlEntry entry, OfficialKey key, Setting setting)
    {
        var isList = setting.Type is SettingType.IntegerList or SettingType.TextList;
        if (entry.Values is not { } given || !isList && given.Length != 1 || given.Select(key.Translate).ToList() is not { } values || values.Contains(null))
        {
            return null;
        }

        return SettingText.Parse(setting, string.Join(',', values));
    }

    private static string? TrustedProxies(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" => "127.0.0.0/8,::1",
        "FALSE" or "0" => "",
        _ => null,
    };
}
