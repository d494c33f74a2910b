using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Hosting;
using Phira.PluginService.Telemetry;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Telemetry;

public sealed class ServiceMetricsTests
{
    [Theory]
    [InlineData("ready", HttpStatusCode.OK)]
    [InlineData("starting", HttpStatusCode.ServiceUnavailable)]
    [InlineData("storage_problem", HttpStatusCode.ServiceUnavailable)]
    [InlineData("stopping", HttpStatusCode.ServiceUnavailable)]
    public async Task The_health_of_the_service_is_the_one_status_with_1_and_what_probes_are_told(string status, HttpStatusCode probe)
    {
        await using var service = new TestService();
        service.Game.Port = status == "starting" ? null : 12346;
        service.Storage.Problem = status == "storage_problem" ? FullDisk.Describe("/data") : null;
        service.Game.Status = status == "stopping" ? new GameDrainStatus(Rounds: 1, TimeSpan.FromSeconds(9)) : null;

        Assert.Equal(
            ((string[])["ready", "starting", "stopping", "storage_problem"]).Select(other => $"{other} {(other == status ? 1 : 0)}"),
            Read(service, "phira.service.health"));
        Assert.Equal(probe, (await service.Anonymous().Get("/healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task The_build_is_named_by_version_and_commit()
    {
        await using var service = new TestService();

        Assert.Matches($"^{ServiceInfo.Version} ([0-9a-f]{{40}}|unknown) 1$", Assert.Single(Read(service, "phira.build.info")));
    }

    // The page shows every service of the process, also those of other tests.
    private static List<string> Read(TestService service, string name)
    {
        var values = new List<string>();
        var meters = service.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, reader) =>
        {
            if (instrument.Meter.Name == ServiceMetrics.MeterName && instrument.Meter.Scope == meters && instrument.Name == name)
            {
                reader.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>(
            (_, value, labels, _) => values.Add(string.Join(' ', labels.ToArray().Select(label => $"{label.Value}").Append($"{value}"))));
        listener.Start();
        listener.RecordObservableInstruments();
        return values;
    }
}
