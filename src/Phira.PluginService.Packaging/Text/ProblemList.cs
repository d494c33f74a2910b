using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Text;

/// <summary>Collects the problems of one manifest.</summary>
internal sealed class ProblemList(string file)
{
    // A manifest made to annoy can hold a hundred thousand problems; a reader helps himself with the first ones.
    private const int MaximumReported = 100;
    private const int MaximumShown = 80;

    private readonly List<Error> _problems = [];

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _problems.Count == 0;

    /// <summary>A text from the manifest as error messages show it: in one line, and not endless.</summary>
    public static string Show(string text) => ShortText.WithEllipsis(OneLine.Of(text), MaximumShown);

    /// <summary>Adds a problem.</summary>
    public void Add(SourceLocation location, ErrorCode code, params ReadOnlySpan<string> arguments)
    {
        var shown = new LocalizedText[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            shown[i] = Show(arguments[i]);
        }

        _problems.Add(new Error(code, shown) { Location = location });
    }

    /// <summary>Adds problems found elsewhere.</summary>
    public void AddRange(IEnumerable<Error> problems) => _problems.AddRange(problems);

    /// <summary>Forgets what was found in the manifest after a line, because that part of it was not understood.</summary>
    public void KeepUntil(int line) =>
        _problems.RemoveAll(problem => problem.Location is { } location && location.File == file && location.Line > line);

    /// <summary>One error for everything found, in the order of the file; null when there is nothing.</summary>
    public Error? Sum()
    {
        if (IsEmpty)
        {
            return null;
        }

        var ordered = _problems
            .OrderBy(problem => problem.Location?.Line ?? 0)
            .ThenBy(problem => problem.Location?.Column ?? 0)
            .ToList();
        return ordered.Count == 1
            ? ordered[0]
            : new Error(ManifestErrors.Invalid, $"{ordered.Count}")
            {
                Location = new(file),
                Causes = [.. ordered.Take(MaximumReported)],
            };
    }
}
