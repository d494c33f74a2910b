using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Sandbox.Compilation.Workers;

namespace Phira.PluginService.Sandbox.Tests.Compilation;

/// <summary>A compiler is ended for what it uses, and not for how long it takes on a busy machine.</summary>
public sealed class CompileWatchTests
{
    private const long MiB = 1 << 20;

    private static readonly CompileBudget Budget = new(100 * MiB, Cpu: TimeSpan.FromSeconds(5), Stall: TimeSpan.FromMinutes(1));

    private readonly FakeTimeProvider _time = new();
    private readonly CompileWatch _watch;
    private WorkerUsage _usage = new(50 * MiB, TimeSpan.FromSeconds(70));

    public CompileWatchTests() => _watch = new CompileWatch(() => _usage, Budget, _time);

    [Fact]
    public void One_that_gets_little_of_a_busy_machine_is_waited_for()
    {
        for (var minute = 0; minute < 400; minute++)
        {
            Work(TimeSpan.FromMilliseconds(10));
            Sleep(seconds: 60);
            Assert.Null(_watch.Exceeded);
        }

        Assert.Equal(TimeSpan.FromSeconds(4), _watch.Cost.Cpu);
    }

    [Fact]
    public void One_that_burns_its_processor_time_is_ended()
    {
        Work(Budget.Cpu);
        Assert.Null(_watch.Exceeded);

        Work(TimeSpan.FromMilliseconds(10));
        Assert.Equal(WorkerOutcome.OutOfCpu, _watch.Exceeded);
    }

    [Fact]
    public void One_that_uses_no_processor_time_is_ended()
    {
        Work(TimeSpan.FromSeconds(1));
        Sleep(seconds: 60);
        Assert.Null(_watch.Exceeded);

        Sleep(seconds: 1);
        Assert.Equal(WorkerOutcome.Stalled, _watch.Exceeded);
    }

    [Fact]
    public void While_the_service_stands_still_itself_nothing_counts()
    {
        _time.Advance(TimeSpan.FromHours(1));
        _watch.Look();

        Assert.Null(_watch.Exceeded);
    }

    [Fact]
    public void One_that_takes_too_much_memory_is_ended()
    {
        _usage = _usage with { ResidentBytes = Budget.MemoryBytes + 1 };
        _watch.Look();

        Assert.Equal(WorkerOutcome.OutOfMemory, _watch.Exceeded);
    }

    private void Work(TimeSpan cpu)
    {
        _usage = _usage with { Cpu = _usage.Cpu + cpu };
        _time.Advance(cpu);
        _watch.Look();
    }

    private void Sleep(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            _watch.Look();
        }
    }
}
