using System.ComponentModel;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>One failure, in the caller's language.</summary>
internal sealed record ProblemItem
{
    [Description("Stable name of the failure, for scripts: for example plugin.not_found.")]
    public required string Code { get; init; }

    [Description("Description of the failure.")]
    public required string Message { get; init; }

    [Description("Advice on how to fix it.")]
    public required string Remedy { get; init; }

    [Description("The file the problem was found in, if it is in one.")]
    public required string? File { get; init; }

    [Description("Line in the file, from 1.")]
    public required int? Line { get; init; }

    [Description("Column in the line, from 1.")]
    public required int? Column { get; init; }

    [Description("The single problems behind this one.")]
    public required IReadOnlyList<ProblemItem> Causes { get; init; }

    public static ProblemItem From(Error error, Language language) => new()
    {
        Code = error.Code.Value,
        Message = error.Message(language),
        Remedy = error.Remedy(language),
        File = error.Location?.File,
        Line = error.Location?.Line,
        Column = error.Location?.Column,
        Causes = FromAll(error.Causes, language),
    };

    public static IReadOnlyList<ProblemItem> FromAll(IReadOnlyCollection<Error> errors, Language language) =>
        [.. errors.Select(error => From(error, language))];
}
