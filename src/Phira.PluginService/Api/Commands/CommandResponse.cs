using System.ComponentModel;
using Phira.PluginService.Core.Commands;

namespace Phira.PluginService.Api.Commands;

/// <summary>A registered command.</summary>
internal sealed record CommandResponse
{
    [Description("The name typed after the slash.")]
    public required string Name { get; init; }

    [Description("Short help, in one line.")]
    public required string Description { get; init; }

    [Description("Its arguments; empty when there are none.")]
    public required string Usage { get; init; }

    [Description("Level of rights that it requires.")]
    public required CommandLevel Level { get; init; }

    [Description("Least time between two uses by the same caller.")]
    public required double CooldownMilliseconds { get; init; }

    [Description("The plugin that registered it; null for a command of the service itself.")]
    public required string? Owner { get; init; }

    public static CommandResponse From(CommandDescription command) => new()
    {
        Name = command.Name,
        Description = command.Description,
        Usage = command.Usage,
        Level = command.Level,
        CooldownMilliseconds = command.Cooldown.TotalMilliseconds,
        Owner = command.Owner?.Value,
    };
}
