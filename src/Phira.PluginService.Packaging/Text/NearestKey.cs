namespace Phira.PluginService.Packaging.Text;

/// <summary>Finds the known key that a misspelt one most likely means.</summary>
internal static class NearestKey
{
    private const int MaximumCompared = 64;
    private const int ShortestBeginning = 3;

    /// <summary>The candidate with the smallest edit distance, a beginning counting as nearly the whole; of equal ones the first.</summary>
    public static string Of(string key, IEnumerable<string> candidates)
    {
        var written = Normalise(key);
        return candidates.MinBy(candidate => Cost(written, Normalise(candidate)))!;
    }

    /// <summary>Whether one is likely a slip for the other: a third of its letters may be wrong, or its end missing.</summary>
    public static bool IsNear(string key, string candidate) =>
        Cost(Normalise(key), Normalise(candidate)) <= Math.Max(1, candidate.Length / 3);

    private static int Cost(string written, string candidate) =>
        written.Length >= ShortestBeginning && candidate.StartsWith(written, StringComparison.Ordinal)
            ? Math.Min(1, Distance(written, candidate))
            : Distance(written, candidate);

    /// <summary>Returns the number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other.</summary>
    internal static int Distance(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                distances[i, j] = Step(distances, a, b, i, j);
            }
        }

        return distances[a.Length, b.Length];
    }

    private static int Step(int[,] distances, string a, string b, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var best = Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1;
        best = Math.Min(best, distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
            ? Math.Min(best, distances[i - 2, j - 2] + 1)
            : best;
    }

    // Capitals and the choice of hyphen or underscore are the commonest slips: they do not count.
    private static string Normalise(string key) =>
        (key.Length > MaximumCompared ? key[..MaximumCompared] : key).Replace('-', '_').ToLowerInvariant();
}
