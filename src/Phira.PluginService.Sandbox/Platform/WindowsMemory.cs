using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Platform;

/// <summary>Virtual memory by <c>VirtualAlloc</c>.</summary>
internal sealed partial class WindowsMemory : INativeMemory
{
    private const uint MemoryCommit = 0x1000;
    private const uint MemoryReserve = 0x2000;
    private const uint MemoryRelease = 0x8000;
    private const uint PageNoAccess = 0x01;
    private const uint PageReadWrite = 0x04;

    /// <inheritdoc />
    public nint Reserve(nuint bytes) => VirtualAlloc(0, bytes, MemoryReserve, PageNoAccess);

    /// <inheritdoc />
    public bool Commit(nint address, nuint bytes) => VirtualAlloc(address, bytes, MemoryCommit, PageReadWrite) != 0;

    /// <inheritdoc />
    public void Release(nint address, nuint bytes) => _ = VirtualFree(address, 0, MemoryRelease);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint VirtualAlloc(nint address, nuint size, uint type, uint protection);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int VirtualFree(nint address, nuint size, uint type);
}
