using System.ComponentModel;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.ErrorCodes;

/// <summary>One error code and what it means.</summary>
internal sealed record ErrorCodeResponse
{
    [Description("The code, as answers and the log have it: for example plugin.not_found.")]
    public required string Code { get; init; }

    [Description("The HTTP status of an answer with this code.")]
    public required int Status { get; init; }

    [Description("Description of the error; {0}, {1} and so on stand for what differs from case to case.")]
    public required string Message { get; init; }

    [Description("Advice on how to fix it, with the same placeholders.")]
    public required string Remedy { get; init; }

    public static ErrorCodeResponse From(ErrorCode code, Language language) => new()
    {
        Code = code.Value,
        Status = ErrorStatus.Of(code),
        Message = language.FindFormat(code.MessageKey)!,
        Remedy = language.FindFormat(code.RemedyKey)!,
    };
}
