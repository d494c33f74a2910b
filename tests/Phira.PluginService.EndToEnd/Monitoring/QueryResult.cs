namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>A series in the answer to a query.</summary>
internal sealed record QueryResult(IReadOnlyDictionary<string, string> Labels, double Value);
