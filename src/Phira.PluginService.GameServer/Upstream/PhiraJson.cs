using System.Collections.Immutable;
using System.Text.Json;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>
/// Reads the API's answers. Only the fields that have an effect are required, because the API adds fields and leaves
/// others null at will; everything else falls back to a default.
/// </summary>
internal static class PhiraJson
{
    private const int MaxName = 64;
    private const int MaxChartName = 200;
    private const int MaxLanguage = 35;
    private const int MaxLevel = 50;
    private const int MaxTag = 50;
    private const int MaxTags = 32;

    /// <returns>The account, or null when a required field is missing.</returns>
    public static PhiraProfile? ReadProfile(JsonElement root) =>
        Int(root, "id") is { } id && Text(root, "name", MaxName) is { } name
            ? new PhiraProfile(new UserId(id), name.Length > 0 ? name : $"#{id}", Text(root, "language", MaxLanguage) ?? "")
            : null;

    /// <returns>The chart, or null when a required field is missing.</returns>
    public static ChartDetails? ReadChart(JsonElement root)
    {
        if (Int(root, "id") is not { } id || Text(root, "name", MaxChartName) is not { } name)
        {
            return null;
        }

        return new ChartDetails(new ChartSnapshot(id, name))
        {
            Level = Text(root, "level", MaxLevel) ?? "",
            Difficulty = Float(root, "difficulty"),
            Charter = Text(root, "charter", MaxChartName) ?? "",
            Composer = Text(root, "composer", MaxChartName) ?? "",
            Illustrator = Text(root, "illustrator", MaxChartName) ?? "",
            Uploader = Int(root, "uploader") is { } uploader ? new UserId(uploader) : null,
            IsRanked = Bool(root, "ranked") ?? false,
            IsReviewed = Bool(root, "reviewed") ?? false,
            IsStable = Bool(root, "stable") ?? false,
            Rating = Float(root, "rating"),
            Tags = Texts(root, "tags"),
        };
    }

    /// <returns>The record, or null when a required field is missing.</returns>
    public static PlayRecord? ReadRecord(JsonElement root, int requestedId)
    {
        if (Int(root, "player") is not { } player
            || Int(root, "score") is not { } score
            || Float(root, "accuracy") is not { } accuracy
            || Bool(root, "full_combo") is not { } fullCombo)
        {
            return null;
        }

        return new PlayRecord
        {
            Id = Int(root, "id") ?? requestedId,
            Player = new UserId(player),
            Chart = Int(root, "chart"),
            Score = score,
            Accuracy = accuracy,
            FullCombo = fullCombo,
            Perfect = Int(root, "perfect") ?? 0,
            Good = Int(root, "good") ?? 0,
            Bad = Int(root, "bad") ?? 0,
            Miss = Int(root, "miss") ?? 0,
            MaxCombo = Int(root, "max_combo") ?? 0,
        };
    }

    private static int? Int(JsonElement root, string name) =>
        Field(root, name, JsonValueKind.Number) is { } field && field.TryGetInt32(out var value) ? value : null;

    private static float? Float(JsonElement root, string name) =>
        Field(root, name, JsonValueKind.Number) is { } field && field.TryGetSingle(out var value) ? value : null;

    private static string? Text(JsonElement root, string name, int maximum) =>
        Field(root, name, JsonValueKind.String)?.GetString() is { } text ? ExternalText.Line(text, maximum).Trim() : null;

    private static ImmutableArray<string> Texts(JsonElement root, string name) => Field(root, name, JsonValueKind.Array) is { } items
        ?
        [
            .. items.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Take(MaxTags)
                .Select(item => ExternalText.Line(item.GetString()!, MaxTag).Trim()),
        ]
        : [];

    private static bool? Bool(JsonElement root, string name) =>
        (Field(root, name, JsonValueKind.True) ?? Field(root, name, JsonValueKind.False))?.GetBoolean();

    private static JsonElement? Field(JsonElement root, string name, JsonValueKind kind) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var field) && field.ValueKind == kind ? field : null;
}
