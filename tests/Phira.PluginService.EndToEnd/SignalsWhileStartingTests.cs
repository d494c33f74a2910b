using System.Globalization;
using Microsoft.Data.Sqlite;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A service that is asked to stop before it has started.</summary>
public sealed class SignalsWhileStartingTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Starts = LongForm.IsOn ? 100 : 10;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2);

    private readonly ServiceFolder _folder = new ServiceFolder().WithDelivered("welcome");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task End_the_start_in_order(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Which files a process has open is read from /proc.");
        var database = Path.Combine(_folder.Path, "data", "phira.db");
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        await using var holder = new SqliteConnection($"Data Source={database};Pooling=False");
        await holder.OpenAsync(Stop);
        await ExecuteAsync(holder, "BEGIN EXCLUSIVE");
        await using var service = await RunningService.LaunchAsync(_folder, new ServiceLaunch());
        await UntilOpenAsync(service.ProcessId, database);

        await service.SignalAsync(signal);
        await ExecuteAsync(holder, "ROLLBACK");

        Assert.Equal(0, await service.ExitAsync());
        Assert.DoesNotContain("listening", service.Log, StringComparison.Ordinal);
        AssertNoFault(service);
    }

    [Fact]
    public async Task At_any_moment_leave_no_fault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to stop a process.");
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var start = 0; start < Starts; start++)
        {
            await using var service = await RunningService.LaunchAsync(_folder, new ServiceLaunch());
            await Task.Delay(LongestStart * random.NextDouble(), TimeProvider.System, Stop);

            await service.SignalAsync("TERM");

            // 143: the signal came before the first line of the program.
            Assert.True(await service.ExitAsync() is 0 or 143, service.Log);
            AssertNoFault(service);
        }
    }

    private static void AssertNoFault(RunningService service)
    {
        var log = service.Log;
        Assert.False(
            log.Contains("Unhandled exception", StringComparison.Ordinal) || log.Contains("   at ", StringComparison.Ordinal), log);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static async Task UntilOpenAsync(int process, string file)
    {
        var descriptors = new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/fd"));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!descriptors.EnumerateFiles().Any(descriptor => descriptor.LinkTarget == file))
        {
            await timer.WaitForNextTickAsync(Stop);
        }
    }
}
