using System.Diagnostics.CodeAnalysis;
using Semver;

namespace Phira.PluginService.Packaging.Manifest.Model;

/// <summary>A range of versions as package managers write them: <c>&gt;=1.0.0</c>, <c>^1.2</c>, <c>1.x</c>, <c>&gt;=1 &lt;3</c>.</summary>
internal sealed record VersionRange
{
    private const int MaximumLength = 256;

    private readonly SemVersionRange _stable;
    private readonly SemVersionRange _withPrereleases;

    private VersionRange(string text, SemVersionRange stable, SemVersionRange withPrereleases)
    {
        Text = text;
        _stable = stable;
        _withPrereleases = withPrereleases;
    }

    /// <summary>The range as written.</summary>
    public string Text { get; }

    /// <summary>Reads a range.</summary>
    /// <param name="range">The range, when the text is one.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out VersionRange? range)
    {
        range = null;
        if (string.IsNullOrWhiteSpace(text)
            || !SemVersionRange.TryParseNpm(text, includeAllPrerelease: false, out var stable, MaximumLength)
            || !SemVersionRange.TryParseNpm(text, includeAllPrerelease: true, out var all, MaximumLength))
        {
            return false;
        }

        range = new(text, stable, all);
        return true;
    }

    /// <summary>Whether a version satisfies a dependency: a pre-release only where the range itself names one.</summary>
    public bool Accepts(SemVersion version) => _stable.Contains(version);

    /// <summary>Whether a version falls into the range, pre-releases included: what a conflict means.</summary>
    public bool Covers(SemVersion version) => _withPrereleases.Contains(version);

    /// <inheritdoc />
    public bool Equals(VersionRange? other) => other is not null && Text == other.Text;

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc />
    public override string ToString() => Text;
}
