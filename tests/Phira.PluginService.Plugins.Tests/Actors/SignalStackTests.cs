using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Plugins.Tests.Actors;

/// <summary>A process can only have so many mappings; a thread that ran a guest must not leave its signal stack among them.</summary>
public sealed partial class SignalStackTests
{
    private const int Reloads = 48;

    [Fact]
    public async Task The_signal_stack_of_a_plugins_thread_is_free_again_when_the_thread_has_ended()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux does a guest's trap arrive on a signal stack.");
        var stacks = new Addresses();
        await using var host = await new PluginHost(platform: NativePlatform.Current with { SignalStack = stacks }).WithEcho().StartAsync();

        for (var i = 0; i < Reloads; i++)
        {
            Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);
        }

        // One after the other they get the same few addresses, unless nobody frees them: then each thread gets a new one.
        Assert.Equal(Reloads + 1, stacks.Seen.Count);
        Assert.True(stacks.Seen.Distinct().Count() < stacks.Seen.Count, "no signal stack was ever used again");
    }

    [Fact]
    public async Task While_a_plugins_thread_runs_guests_the_engine_finds_its_signal_stack_large_enough()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux does a guest's trap arrive on a signal stack.");
        var stacks = new Addresses();
        await using var host = await new PluginHost(platform: NativePlatform.Current with { SignalStack = stacks }).WithEcho().StartAsync();

        Assert.True((await host.DoAsync("echo", PluginOperation.Unload)).IsSuccess);

        Assert.Equal(stacks.Enlarged, stacks.AtTheEnd);
    }

    [LibraryImport("libc", EntryPoint = "sigaltstack")]
    private static partial int Read(nint next, out Registration current);

    [StructLayout(LayoutKind.Sequential)]
    private struct Registration
    {
        public nint Address;
        public nint Flags;
        public nint Size;
    }

    /// <summary>The system's signal stacks, and where those of the plugins' threads were.</summary>
    private sealed class Addresses : ISignalStack
    {
        private readonly ISignalStack _system = NativePlatform.Current.SignalStack;

        /// <summary>The stacks that the threads came with, in order.</summary>
        public ConcurrentQueue<nint> Seen { get; } = new();

        /// <summary>The stack of the last thread before it ran a guest.</summary>
        public nint Enlarged { get; private set; }

        /// <summary>The stack of the last thread after it ran a guest.</summary>
        public nint AtTheEnd { get; private set; }

        public IDisposable Enlarge()
        {
            Seen.Enqueue(Present());
            var previous = _system.Enlarge();
            Enlarged = Present();
            return new Watched(this, previous);
        }

        private static nint Present() => Read(0, out var stack) == 0 ? stack.Address : 0;

        private sealed class Watched(Addresses owner, IDisposable previous) : IDisposable
        {
            public void Dispose()
            {
                owner.AtTheEnd = Present();
                previous.Dispose();
            }
        }
    }
}
