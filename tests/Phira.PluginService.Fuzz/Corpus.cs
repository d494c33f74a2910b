using System.Text.Json;

namespace Phira.PluginService.Fuzz;

/// <summary>Writes the golden vectors as the inputs to begin with: one folder for each target, one file for each vector.</summary>
internal static class Corpus
{
    private static readonly (string Direction, string Target)[] Folders =
    [
        ("client->server", "client"),
        ("server->client", "server"),
        ("client->server frame", "frames"),
        ("server->client frame", "frames"),
        ("frame length", "frames"),
    ];

    public static void Write(string directory)
    {
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden-vectors.json")));
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var direction = vector.GetProperty("direction").GetString();
            foreach (var (_, target) in Folders.Where(folder => folder.Direction == direction))
            {
                var folder = Directory.CreateDirectory(Path.Combine(directory, target));
                File.WriteAllBytes(
                    Path.Combine(folder.FullName, vector.GetProperty("name").GetString()!),
                    Convert.FromHexString(vector.GetProperty("hex").GetString()!));
            }
        }
    }
}
