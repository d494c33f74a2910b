using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using Wasmtime;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Native;

/// <summary>Functions of Wasmtime's C API that its .NET binding does not offer.</summary>
internal static unsafe partial class WasmtimeNative
{
    private const string Library = "wasmtime";

    // The binding keeps what is native to itself; these are the private members that the host relies on.
    private static readonly FieldInfo ConfigHandle = FieldOf(typeof(Config), "handle");
    private static readonly FieldInfo ComponentHandle = FieldOf(typeof(Component), "handle");
    private static readonly FieldInfo LinkerHandle = FieldOf(typeof(ComponentLinker), "handle");
    private static readonly FieldInfo StoreContext = FieldOf(typeof(Store), "contextHandle");

    /// <summary>The native handle of a configuration, valid while the configuration lives.</summary>
    public static nint HandleOf(Config config) => ((SafeHandle)ConfigHandle.GetValue(config)!).DangerousGetHandle();

    /// <summary>The native handle of a component, valid while the component lives.</summary>
    public static nint HandleOf(Component component) => ((SafeHandle)ComponentHandle.GetValue(component)!).DangerousGetHandle();

    /// <summary>The native handle of a linker, valid while the linker lives.</summary>
    public static nint HandleOf(ComponentLinker linker) => ((SafeHandle)LinkerHandle.GetValue(linker)!).DangerousGetHandle();

    /// <summary>The native context of a store, valid while the store lives.</summary>
    public static nint ContextOf(Store store) => (nint)StoreContext.GetValue(store)!;

    private static FieldInfo FieldOf(Type type, string name) =>
        type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic) ?? throw new MissingFieldException(type.Name, name);

    /// <summary>Lets the host provide linear memories.</summary>
    [LibraryImport(Library, EntryPoint = "wasmtime_config_host_memory_creator_set")]
    public static partial void SetMemoryCreator(nint config, MemoryCreator* creator);

    /// <summary>Sets whether components may use asynchronous calls.</summary>
    /// <param name="enabled">Whether asynchronous calls are supported.</param>
    [LibraryImport(Library, EntryPoint = "wasmtime_config_concurrency_support_set")]
    public static partial void SetConcurrencySupport(nint config, [MarshalAs(UnmanagedType.U1)] bool enabled);

    /// <summary>Sets the size of the stacks for asynchronous calls. Unused here, but it must not be below the guest's stack.</summary>
    [LibraryImport(Library, EntryPoint = "wasmtime_config_async_stack_size_set")]
    public static partial void SetAsyncStackSize(nint config, ulong bytes);

    [LibraryImport(Library, EntryPoint = "wasmtime_error_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewError(string message);

    /// <summary>Mirrors <c>wasmtime_memory_creator_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    [SuppressMessage("Performance", "CA1815:Override equals", Justification = "Only handed to native code.")]
    internal struct MemoryCreator
    {
        public nint Environment;
        public delegate* unmanaged[Cdecl]<nint, nint, nuint, nuint, nuint, nuint, LinearMemory*, nint> NewMemory;
        public delegate* unmanaged[Cdecl]<nint, void> Finalizer;
    }

    /// <summary>Mirrors <c>wasmtime_linear_memory_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    [SuppressMessage("Performance", "CA1815:Override equals", Justification = "Only handed to native code.")]
    internal struct LinearMemory
    {
        public nint Environment;
        public delegate* unmanaged[Cdecl]<nint, nuint*, nuint*, nint> Get;
        public delegate* unmanaged[Cdecl]<nint, nuint, nint> Grow;
        public delegate* unmanaged[Cdecl]<nint, void> Finalizer;
    }
}
