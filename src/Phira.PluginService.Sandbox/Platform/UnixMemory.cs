using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Platform;

/// <summary>Virtual memory by <c>mmap</c>.</summary>
internal sealed partial class UnixMemory : INativeMemory
{
    private const int ProtectionNone = 0;
    private const int ProtectionReadWrite = 1 | 2;
    private const int MapPrivate = 2;

    // Anonymous and "do not count against the commit limit"; the numbers differ between the systems.
    private static readonly int MapAnonymous = OperatingSystem.IsMacOS() ? 0x1000 : 0x20;
    private static readonly int MapNoReserve = OperatingSystem.IsMacOS() ? 0x40 : 0x4000;

    /// <inheritdoc />
    public nint Reserve(nuint bytes)
    {
        var address = Map(0, bytes, ProtectionNone, MapPrivate | MapAnonymous | MapNoReserve, -1, 0);
        return address == -1 ? 0 : address;
    }

    /// <inheritdoc />
    public bool Commit(nint address, nuint bytes) => Protect(address, bytes, ProtectionReadWrite) == 0;

    /// <inheritdoc />
    public void Release(nint address, nuint bytes) => _ = Unmap(address, bytes);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int descriptor, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
