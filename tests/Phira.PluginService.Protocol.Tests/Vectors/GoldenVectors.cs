using System.Text.Json;

namespace Phira.PluginService.Protocol.Tests.Vectors;

/// <summary>The vectors of golden-vectors.json by name.</summary>
internal static class GoldenVectors
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyDictionary<string, GoldenVector> All { get; } =
        JsonSerializer.Deserialize<GoldenVector[]>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden-vectors.json")), Options)!
        .ToDictionary(vector => vector.Name);

    public static IEnumerable<string> Names(string direction) =>
        All.Values.Where(vector => vector.Direction == direction).Select(vector => vector.Name);
}
