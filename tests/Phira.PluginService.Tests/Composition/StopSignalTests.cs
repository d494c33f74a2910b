using System.Runtime.InteropServices;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Composition;

namespace Phira.PluginService.Tests.Composition;

/// <summary>The first signal requests a stop; a second one ends the process.</summary>
public sealed class StopSignalTests : IDisposable
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _errors = new();
    private readonly StopSignals _signals;

    public StopSignalTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows waits in the handler until the process ends.");
        _signals = new StopSignals(_errors, _clock);
    }

    public void Dispose()
    {
        _signals?.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGQUIT)]
    [InlineData(PosixSignal.SIGHUP)]
    public async Task The_first_one_is_a_request(PosixSignal signal)
    {
        Assert.False(_signals.Requested.IsCancellationRequested);

        Assert.True(IsRequest(signal));

        Assert.Equal(signal, await _signals.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGINT)]
    public void The_second_one_ends_the_process(PosixSignal second)
    {
        IsRequest(PosixSignal.SIGTERM);
        _clock.Advance(Later);

        Assert.False(IsRequest(second));

        Assert.Contains("A second signal came", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_came_twice_at_once_is_one_request()
    {
        IsRequest(PosixSignal.SIGTERM);

        Assert.True(IsRequest(PosixSignal.SIGTERM));
        _clock.Advance(Later);
        Assert.False(IsRequest(PosixSignal.SIGTERM));
    }

    [Fact]
    public void A_terminal_that_closes_never_ends_the_process_early()
    {
        IsRequest(PosixSignal.SIGTERM);
        _clock.Advance(Later);

        Assert.True(IsRequest(PosixSignal.SIGHUP));
        Assert.True(IsRequest(PosixSignal.SIGHUP));
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task Waiting_ends_without_a_signal_when_the_service_stops_for_another_reason()
    {
        using var stopping = new CancellationTokenSource();
        var waiting = _signals.WaitAsync(stopping.Token);

        await stopping.CancelAsync();

        Assert.Null(await waiting);
    }

    private bool IsRequest(PosixSignal signal)
    {
        var context = new PosixSignalContext(signal);
        _signals.OnSignal(context);
        return context.Cancel;
    }
}
