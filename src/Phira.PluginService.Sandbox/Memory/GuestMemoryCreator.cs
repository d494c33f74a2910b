using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Sandbox.Memory;

/// <summary>
/// Provides the linear memories of one engine, through the C API. The engine calls back on the thread that instantiates or runs a
/// guest; nothing here may throw, because the caller is native code.
/// </summary>
internal sealed unsafe class GuestMemoryCreator(INativeMemory native)
{
    private MemoryAccount? _account;

    /// <summary>The memory that was created first since <see cref="BeginInstance"/>; null before there is one.</summary>
    public LinearMemory? First { get; private set; }

    /// <summary>The memory that was created last; null before there is one. To be asked on the thread that creates them.</summary>
    public LinearMemory? Latest { get; private set; }

    /// <summary>Memories created from now on count here.</summary>
    public void CountIn(MemoryAccount account) => Volatile.Write(ref _account, account);

    /// <summary>Counts the memories created from now on as those of an instance.</summary>
    public void BeginInstance() => First = null;

    /// <summary>Makes an engine that is built from this configuration use this creator. The engine keeps it alive.</summary>
    public void Install(nint config)
    {
        var creator = new WasmtimeNative.MemoryCreator
        {
            Environment = GCHandle.ToIntPtr(GCHandle.Alloc(this)),
            NewMemory = &NewMemory,
            Finalizer = &FreeHandle,
        };
        WasmtimeNative.SetMemoryCreator(config, &creator);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint NewMemory(
        nint environment,
        nint type,
        nuint minimum,
        nuint maximum,
        nuint reservation,
        nuint guard,
        WasmtimeNative.LinearMemory* memory)
    {
        try
        {
            var creator = Target<GuestMemoryCreator>(environment);
            var account = Volatile.Read(ref creator._account);
            var created = account is null
                ? null
                : LinearMemory.Create(creator.Native, account, new MemoryRequest(minimum, reservation, guard));
            if (created is null)
            {
                return WasmtimeNative.NewError("the host refuses this linear memory");
            }

            creator.First ??= created;
            creator.Latest = created;
            *memory = new WasmtimeNative.LinearMemory
            {
                Environment = GCHandle.ToIntPtr(GCHandle.Alloc(created)),
                Get = &Get,
                Grow = &Grow,
                Finalizer = &ReleaseMemory,
            };
            return 0;
        }
        catch (Exception exception)
        {
            return WasmtimeNative.NewError(exception.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Get(nint environment, nuint* size, nuint* capacity)
    {
        var memory = Target<LinearMemory>(environment);
        *size = memory.Size;
        *capacity = memory.Capacity;
        return memory.Address;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Grow(nint environment, nuint size)
    {
        try
        {
            return Target<LinearMemory>(environment).TryGrow(size) ? 0 : WasmtimeNative.NewError("the host refuses this growth");
        }
        catch (Exception exception)
        {
            return WasmtimeNative.NewError(exception.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReleaseMemory(nint environment)
    {
        Target<LinearMemory>(environment).Release();
        GCHandle.FromIntPtr(environment).Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FreeHandle(nint environment) => GCHandle.FromIntPtr(environment).Free();

    private static T Target<T>(nint environment)
        where T : class => (T)GCHandle.FromIntPtr(environment).Target!;

    private INativeMemory Native { get; } = native;
}
