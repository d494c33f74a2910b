using System.Reflection;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Native;

/// <summary>Errors of the engine as the exceptions that its .NET binding throws, with what a callback of ours has thrown inside.</summary>
internal static class NativeError
{
    private static readonly Func<nint, WasmtimeException> FromOwnedError =
        (typeof(WasmtimeException).GetMethod("FromOwnedError", BindingFlags.Static | BindingFlags.NonPublic, [typeof(nint)])
            ?? throw new MissingMethodException(nameof(WasmtimeException), "FromOwnedError")).CreateDelegate<Func<nint, WasmtimeException>>();

    /// <summary>Throws when there is an error, and frees it.</summary>
    /// <param name="error">The error, or 0.</param>
    public static void Check(nint error)
    {
        if (error != 0)
        {
            throw FromOwnedError(error);
        }
    }
}
