using System.Collections.Immutable;

namespace Phira.PluginService.Core.Rooms;

/// <summary>Some results, the newest first.</summary>
/// <param name="Next">Start of the next page; null when no older results follow.</param>
public sealed record RoundRecordPage(ImmutableArray<RoundRecord> Records, long? Next);
