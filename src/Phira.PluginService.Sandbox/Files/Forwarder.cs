using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Files;

/// <summary>
/// A small component that calls the engine's own WASI functions, because the engine gives no other way to them once they have been
/// replaced. Its text is made by <c>forwarder.mjs</c> beside it.
/// </summary>
internal static class Forwarder
{
    /// <summary>The interface that it exports.</summary>
    public const string Interface = "phira:files/calls@1.0.0";

    private const string Resource = "Phira.PluginService.Sandbox.Files.forwarder.wat";

    // Machine code is the same for every engine of this process, and making it takes longer than everything else about a small plugin.
    private static byte[]? _code;

    /// <summary>The component for an engine.</summary>
    public static Component For(Wasmtime.Engine engine)
    {
        if (Volatile.Read(ref _code) is { } code)
        {
            return Component.Deserialize(engine, code);
        }

        using var stream = typeof(Forwarder).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var component = Component.FromText(engine, reader.ReadToEnd());
        Volatile.Write(ref _code, component.Serialize());
        return component;
    }
}
