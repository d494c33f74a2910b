using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Sandbox.Tests.Execution;

/// <summary>The processor time of short calls is known without asking the system at each of them.</summary>
public sealed class CallBudgetTests
{
    private static readonly TimeSpan Precision = TimeSpan.FromMicroseconds(50);
    private static readonly CallLimits Limits = new(Cpu: TimeSpan.FromMilliseconds(100), Wall: TimeSpan.FromMilliseconds(500));

    private readonly FakeTimeProvider _time = new();
    private readonly ThreadClock _thread = new();
    private readonly CallBudget _budget;

    public CallBudgetTests() => _budget = new CallBudget(_thread, _time, Precision);

    [Fact]
    public void Short_calls_share_a_reading_until_its_time_is_over()
    {
        for (var call = 0; call < 100; call++)
        {
            _budget.Begin(Limits);
            Run(TimeSpan.FromMicroseconds(1));
            _budget.End();
        }

        Assert.Equal(2, _thread.Readings);
    }

    [Fact]
    public void A_short_call_counts_with_the_time_that_passed()
    {
        _budget.Begin(Limits);
        Run(TimeSpan.FromMicroseconds(7));

        Assert.Equal(TimeSpan.FromMicroseconds(7), _budget.End().Cpu);
    }

    [Fact]
    public void A_long_call_counts_with_what_it_used_and_not_with_what_it_waited_for()
    {
        _budget.Begin(Limits);
        Run(TimeSpan.FromMilliseconds(2));
        Wait(TimeSpan.FromMilliseconds(300));

        Assert.Equal(TimeSpan.FromMilliseconds(2), _budget.End().Cpu);
    }

    [Fact]
    public void What_the_thread_did_before_a_call_does_not_count()
    {
        _budget.Begin(Limits);
        _budget.End();
        Run(TimeSpan.FromSeconds(1));

        _budget.Begin(Limits);
        Run(TimeSpan.FromMilliseconds(3));

        Assert.Null(_budget.Exceeded());
        Assert.Equal(TimeSpan.FromMilliseconds(3), _budget.End().Cpu);
    }

    [Fact]
    public void A_reading_that_is_used_again_never_ends_a_call_too_early()
    {
        _budget.Begin(Limits);
        _budget.End();
        Run(Precision / 2);

        _budget.Begin(Limits);
        Run(Limits.Cpu - TimeSpan.FromTicks(1));
        Assert.Null(_budget.Exceeded());

        Run(Precision);
        Assert.Equal("max_cpu_time_ms", _budget.Exceeded());
    }

    [Fact]
    public void By_another_clock_than_the_threads_every_call_is_measured()
    {
        var budget = new CallBudget(_thread, _time, TimeSpan.Zero);
        for (var call = 0; call < 3; call++)
        {
            budget.Begin(Limits);
            _thread.Use(TimeSpan.FromMilliseconds(80));
            Assert.Null(budget.Exceeded());
            Assert.Equal(TimeSpan.FromMilliseconds(80), budget.End().Cpu);
        }
    }

    private void Run(TimeSpan time)
    {
        _thread.Use(time);
        Wait(time);
    }

    private void Wait(TimeSpan time) => _time.Advance(time);

    private sealed class ThreadClock : IThreadCpuClock
    {
        private long _nanoseconds;

        public int Readings { get; private set; }

        public long Nanoseconds
        {
            get
            {
                Readings++;
                return _nanoseconds;
            }
        }

        public void Use(TimeSpan time) => _nanoseconds += (long)time.TotalNanoseconds;
    }
}
