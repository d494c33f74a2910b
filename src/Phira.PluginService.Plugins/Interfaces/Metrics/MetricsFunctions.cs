using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The functions of <c>metrics</c> for one instance.</summary>
internal sealed class MetricsFunctions(HostContext context, PluginMeter meter) : IDisposable
{
    private volatile bool _isGone;

    public HostReply Add(ReadOnlySpan<ComponentValue> arguments) =>
        arguments[1].AsF64() < 0 ? HostReply.Invalid("value: a counter only grows") : Record(MetricKind.Counter, arguments);

    public HostReply Set(ReadOnlySpan<ComponentValue> arguments) => Record(MetricKind.Gauge, arguments);

    public HostReply Record(ReadOnlySpan<ComponentValue> arguments) => Record(MetricKind.Histogram, arguments);

    /// <inheritdoc />
    public void Dispose() => _isGone = true;

    private HostReply Record(MetricKind kind, ReadOnlySpan<ComponentValue> arguments)
    {
        var (name, value) = (arguments[0].AsString(), arguments[1].AsF64());
        if (MetricNames.FindProblem(name) is { } problem)
        {
            return HostReply.Invalid($"name: {problem}");
        }

        if (!double.IsFinite(value))
        {
            return HostReply.Invalid("value: a finite number");
        }

        var given = arguments[2].AsList().Select(label => KeyValuePair.Create(label.Field("key").AsString(), label.Field("value").AsString()));
        if (LabelSet.Read(given, out var badLabel) is not { } labels)
        {
            return HostReply.Invalid($"labels: {badLabel}");
        }

        // An abandoned thread may still run when the plugin is unloaded; it must not bring the metrics back.
        if (_isGone)
        {
            return HostReply.Unavailable("the plugin is unloaded");
        }

        return meter.Record(name, kind, labels, value) switch
        {
            null => HostReply.Done,
            { Limit: { } limit } refusal => context.Exceeded(limit, refusal.Text),
            { Text: var text } => HostReply.Conflict(text),
        };
    }
}
