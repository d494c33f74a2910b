using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Platform;

/// <summary>
/// The signal stack by <c>sigaltstack</c>. The runtime's own is too small for the engine, which would put one of its own in its place and
/// at the end of the thread leave none: the runtime then never finds the one it has to free, and each thread that ran a guest would
/// leave two mappings behind, of which a process may have some 65,000.
/// </summary>
internal sealed unsafe partial class LinuxSignalStack(INativeMemory memory) : ISignalStack
{
    // The engine is content with a stack of this size.
    private const int Size = 256 * 1024;

    /// <inheritdoc />
    public IDisposable Enlarge()
    {
        Registration previous;
        return Exchange(null, &previous) == 0 ? new Enlarged(memory, previous) : new OrdinarySignalStack();
    }

    [LibraryImport("libc", EntryPoint = "sigaltstack")]
    private static partial int Exchange(Registration* next, Registration* previous);

    [StructLayout(LayoutKind.Sequential)]
    private struct Registration
    {
        public nint Address;
        public int Flags;
        public nuint Size;
    }

    private sealed class Enlarged : IDisposable
    {
        private readonly INativeMemory _memory;
        private readonly Registration _previous;
        private readonly nuint _guard = (nuint)Environment.SystemPageSize;
        private readonly nint _address;

        public Enlarged(INativeMemory memory, Registration previous)
        {
            _memory = memory;
            _previous = previous;
            _address = memory.Reserve(_guard + Size);
            var stack = new Registration { Address = _address + (nint)_guard, Size = Size };

            // Without memory for it the thread keeps what it has, and the engine sees to itself.
            if (_address != 0 && memory.Commit(stack.Address, Size))
            {
                _ = Exchange(&stack, null);
            }
        }

        public void Dispose()
        {
            var previous = _previous;
            if (Exchange(&previous, null) == 0 && _address != 0)
            {
                _memory.Release(_address, _guard + Size);
            }
        }
    }
}
