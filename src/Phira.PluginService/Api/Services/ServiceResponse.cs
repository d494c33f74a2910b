using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Services;

/// <summary>A service that a plugin provides to others.</summary>
internal sealed record ServiceResponse
{
    [Description("The plugin that provides it.")]
    public required string Plugin { get; init; }

    [Description("Its name.")]
    public required string Name { get; init; }

    [Description("JSON Schema that arguments are checked against, as a text; null when there is none.")]
    public required string? ArgumentSchema { get; init; }

    [Description("JSON Schema that answers are checked against, as a text; null when there is none.")]
    public required string? AnswerSchema { get; init; }

    public static ServiceResponse From(PluginServiceOffer service) => new()
    {
        Plugin = service.Plugin.Value,
        Name = service.Name,
        ArgumentSchema = service.ArgumentSchema,
        AnswerSchema = service.AnswerSchema,
    };
}
