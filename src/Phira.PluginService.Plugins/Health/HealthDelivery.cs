using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Health;

/// <summary>The question to one plugin about its health.</summary>
/// <param name="answered">Hears the answer; null when the question was not put.</param>
internal sealed class HealthDelivery(Action<GuestAnswer<HealthReport>?> answered) : WorkItem
{
    /// <summary>The function of a plugin that reports its health.</summary>
    public static readonly GuestExport Handler = new("health-handler", "check");

    private const int MaximumLine = 2000;

    /// <inheritdoc />
    public override string Description => "health check";

    /// <inheritdoc />
    public override void Execute(IGuest guest) =>
        answered(guest.Find(Handler) is { } handler ? guest.Call(handler, ReadReport) : new(new HealthReport(HealthStatus.Healthy, []), null, null));

    /// <inheritdoc />
    public override void Fail(Error error) => answered(null);

    private static HealthReport ReadReport(ComponentValue? value)
    {
        var status = value!.Field("status").AsEnum() switch
        {
            "healthy" => HealthStatus.Healthy,
            "warning" => HealthStatus.Warning,
            "critical" => HealthStatus.Critical,
            _ => HealthStatus.Unknown,
        };
        return new HealthReport(status, [.. value.Field("reasons").AsList().Select(reason => GuestText.Line(reason, MaximumLine))]);
    }
}
