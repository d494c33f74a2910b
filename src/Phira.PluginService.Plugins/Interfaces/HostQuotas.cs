using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>Rates of one plugin; they outlive its instances.</summary>
internal sealed record HostQuotas(TokenBucket Emits, TokenBucket Messages, TokenBucket ConfigSaves)
{
    /// <summary>Moderation calls.</summary>
    public required TokenBucket Moderations { get; init; }
}
