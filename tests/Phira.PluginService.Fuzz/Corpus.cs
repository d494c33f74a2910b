using System.Text.Json;

namespace Phira.PluginService.Fuzz;

/// <summary>
/// The inputs to begin with: the golden vectors, and whatever AFL++ found worth keeping in earlier runs, which lies in <c>corpus</c>, a line of
/// hexadecimal digits for each.
/// </summary>
internal static class Corpus
{
    private static readonly (string Direction, string Target)[] Vectors =
    [
        ("client->server", "client"),
        ("lenient client->server", "client"),
        ("invalid client->server", "client"),
        ("server->client", "server"),
        ("lenient server->client", "server"),
        ("invalid server->client", "server"),
        ("client->server frame", "frames"),
        ("server->client frame", "frames"),
        ("frame length", "frames"),
    ];

    /// <summary>The inputs of a target by name.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> InputsOf(string target)
    {
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden-vectors.json")));
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            if (Vectors.Contains((vector.GetProperty("direction").GetString()!, target)))
            {
                yield return new(vector.GetProperty("name").GetString()!, Convert.FromHexString(vector.GetProperty("hex").GetString()!));
            }
        }

        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "corpus", $"{target}.txt")))
        {
            yield return new($"found.{++number:0000}", Convert.FromHexString(line));
        }
    }

    /// <summary>Writes the inputs as AFL++ wants them: one folder for each target, one file for each input.</summary>
    public static void Write(string directory)
    {
        foreach (var target in (string[])[.. Targets.All.Keys, "values"])
        {
            var folder = Directory.CreateDirectory(Path.Combine(directory, target));
            foreach (var (name, input) in InputsOf(target))
            {
                // An empty file is no input to AFL++.
                if (input.Length > 0)
                {
                    File.WriteAllBytes(Path.Combine(folder.FullName, name), input);
                }
            }
        }
    }

    /// <summary>Returns the entries that AFL++ added to its queue, as lines for the corpus.</summary>
    /// <param name="queue">The folder <c>queue</c> of its findings.</param>
    public static IEnumerable<string> Found(string queue) => Directory.EnumerateFiles(queue, "id:*")
        .Where(file => !file.Contains(",orig:", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => Convert.ToHexStringLower(File.ReadAllBytes(file)));
}
