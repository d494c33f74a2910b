using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Services;

/// <summary>What came of a call.</summary>
/// <param name="Json">The answer; null when there is none.</param>
/// <param name="Failure">What the caller is told instead of an answer.</param>
internal readonly record struct ServiceAnswer(string? Json, HostReply Failure);
