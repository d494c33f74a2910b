using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>A dashboard for Grafana as it is in the repository.</summary>
internal sealed record Dashboard(string File, JsonNode Json)
{
    public static IReadOnlyList<Dashboard> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFiles.PathOf("docs", "monitoring", "grafana", "dashboards"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => new Dashboard(Path.GetFileName(file), JsonNode.Parse(System.IO.File.ReadAllText(file))!)),
    ];

    public IReadOnlyList<JsonNode> Panels => [.. Json["panels"]!.AsArray().OfType<JsonNode>()];

    /// <summary>The variables that the queries may use.</summary>
    public IReadOnlyList<string> Variables => [.. Json["templating"]!["list"]!.AsArray().Select(variable => (string)variable!["name"]!)];

    /// <summary>The queries of all panels.</summary>
    public IReadOnlyList<string> Queries =>
        [.. Panels.Where(panel => panel["targets"] is not null).SelectMany(panel => panel["targets"]!.AsArray()).Select(target => (string)target!["expr"]!)];

    /// <summary>Puts values in the places of variables.</summary>
    public static string Fill(string query, string plugin, string interval) => query
        .Replace("$instance", ".*", StringComparison.Ordinal)
        .Replace("$plugin", plugin, StringComparison.Ordinal)
        .Replace("$__rate_interval", interval, StringComparison.Ordinal);
}
