namespace Phira.PluginService.Core.Results;

/// <summary>The place of a problem in a file.</summary>
/// <param name="File">Path of the file, as the caller knows it.</param>
/// <param name="Line">Line, counted from 1; null when the problem is not in one line.</param>
/// <param name="Column">Column, counted from 1; null when unknown.</param>
public sealed record SourceLocation(string File, int? Line = null, int? Column = null)
{
    /// <inheritdoc />
    public override string ToString() => (Line, Column) switch
    {
        (null, _) => File,
        (not null, null) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}
