using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Telemetry;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>The instruments of the Phira API. Answers from the cache are not requests.</summary>
internal sealed class PhiraApiMetrics
{
    private readonly LabelledCounter<(PhiraApiRequest Request, PhiraApiOutcome Outcome)> _requests;
    private readonly Histogram<double> _durations;

    public PhiraApiMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(GameServerTelemetry.MeterName);
        _requests = new(
            meter,
            "phira.api.requests",
            "{request}",
            "Requests to the Phira API, each with all its attempts.",
            key => [Label(key.Request), new("outcome", LabelValue.Of(key.Outcome))],
            Enum.GetValues<PhiraApiRequest>().SelectMany(_ => Enum.GetValues<PhiraApiOutcome>(), (request, outcome) => (request, outcome)));
        _durations = meter.CreateHistogram(
            "phira.api.request.duration", "s", "Time until the Phira API answered, or was given up.", tags: null, DurationBuckets.Requests);
    }

    public void Record(PhiraApiRequest request, PhiraApiOutcome outcome, TimeSpan duration)
    {
        _requests.Add((request, outcome));
        _durations.Record(duration.TotalSeconds, Label(request));
    }

    private static KeyValuePair<string, object?> Label(PhiraApiRequest request) => new("request", LabelValue.Of(request));
}
