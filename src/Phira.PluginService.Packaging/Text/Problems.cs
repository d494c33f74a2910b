using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Text;

/// <summary>Helps report every problem at once instead of only the first.</summary>
internal static class Problems
{
    /// <summary>One error for a list of problems: the problem itself when it is alone, otherwise a summary with causes.</summary>
    public static Error Sum(ErrorCode summary, IReadOnlyList<Error> problems) =>
        problems.Count == 1 ? problems[0] : new Error(summary, $"{problems.Count}") { Causes = [.. problems] };

    /// <summary>The same problem for a reader who knows a folder under another name.</summary>
    /// <param name="shown">The folder as the caller knows it; empty for paths below it.</param>
    public static Error Moved(Error error, string folder, string shown)
    {
        return error with
        {
            Arguments = [.. error.Arguments.Select(argument => argument.Map(Move))],
            Location = error.Location is { } place ? place with { File = Move(place.File) } : null,
            Causes = error.Causes.IsDefaultOrEmpty ? [] : [.. error.Causes.Select(cause => Moved(cause, folder, shown))],
        };

        string Move(string text) => shown.Length == 0
            ? text.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(folder, ".", StringComparison.Ordinal)
            : text.Replace(folder, shown, StringComparison.Ordinal);
    }

    /// <summary>The single problems behind an error.</summary>
    public static IEnumerable<Error> Single(Error error) => error.Causes.IsDefaultOrEmpty ? [error] : error.Causes.SelectMany(Single);
}
