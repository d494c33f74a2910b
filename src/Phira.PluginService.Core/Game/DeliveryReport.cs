using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Game;

/// <summary>The result of sending a message in several languages.</summary>
/// <param name="Sent">Number of players that it was sent to.</param>
/// <param name="Skipped">Number of intended recipients who did not get it, because their connection is lost.</param>
/// <param name="Languages">Number of players for each version that was sent, by the tag of its language, in the order of the versions.</param>
public sealed record DeliveryReport(int Sent, int Skipped, ImmutableArray<KeyValuePair<string, int>> Languages)
{
    /// <summary>Counts what became of a message.</summary>
    /// <param name="recipients">The language tag of each player who is meant, and whether the player is connected.</param>
    public static DeliveryReport Of(TranslatedText text, IEnumerable<(string Language, bool IsConnected)> recipients)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sent = new Dictionary<string, int>(StringComparer.Ordinal);
        var skipped = 0;
        foreach (var (language, isConnected) in recipients)
        {
            if (isConnected)
            {
                var tag = text.For(language).Key;
                sent[tag] = sent.GetValueOrDefault(tag) + 1;
            }
            else
            {
                skipped++;
            }
        }

        return new DeliveryReport(
            sent.Values.Sum(),
            skipped,
            [.. text.Versions.Where(version => sent.ContainsKey(version.Key)).Select(version => KeyValuePair.Create(version.Key, sent[version.Key]))]);
    }

    /// <inheritdoc />
    public bool Equals(DeliveryReport? other) =>
        other is not null && (Sent, Skipped) == (other.Sent, other.Skipped) && Languages.SequenceEqual(other.Languages);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Sent, Skipped);
}
