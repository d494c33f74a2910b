using System.Diagnostics;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Writing;

public sealed class CrashTests : IDisposable
{
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Killing_the_process_at_any_moment_loses_nothing_acknowledged(StorageProvider provider)
    {
        string[] connection = provider == StorageProvider.Postgresql ? [await SharedPostgreSqlServer.DatabaseOfAsync(_directory.Path)] : [];
        var random = new Random(20261122);
        for (var round = 0; round < 6; round++)
        {
            var acknowledged = await WriteUntilKilledAsync(random.Next(1, 150), connection);

            await using var storage = await StorageUnderTest.OpenAsync(
                provider, _directory, options => options.TransitionsPerPlugin = 1_000_000);
            var config = await storage.Plugins.GetConfigAsync(Welcome, Stop);
            var desired = await storage.Plugins.GetDesiredStatesAsync(Stop);
            var transitions = await storage.Plugins.GetTransitionsAsync(Welcome, int.MaxValue, Stop);
            var present = transitions.Select(transition => $"transition {transition.Cause.CorrelationId}")
                .Concat(desired.Keys.Select(plugin => $"desired {plugin.Value[1..]}"))
                .Concat(Enumerable.Range(1, config?.Revision ?? 0).Select(revision => $"config {revision}"))
                .ToHashSet(StringComparer.Ordinal);

            Assert.Empty(acknowledged.Except(present, StringComparer.Ordinal));
            Assert.Equal(config is null ? null : $$"""{"written":{{config.Revision}}}""", config?.Json);
        }
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>Runs the writer until it kills itself after so many acknowledged writes, and returns them.</summary>
    private async Task<string[]> WriteUntilKilledAsync(int count, string[] connection)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Phira.PluginService.StorageWriter.dll");
        var start = new ProcessStartInfo("dotnet", [program, _directory["data"], $"{count}", .. connection])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(Stop);
            await process.WaitForExitAsync(Stop);
            var acknowledged = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Assert.Equal(count, acknowledged.Length);
            return acknowledged;
        }
        finally
        {
            process.Kill();
        }
    }
}
