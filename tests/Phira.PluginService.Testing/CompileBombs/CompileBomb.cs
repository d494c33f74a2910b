namespace Phira.PluginService.Testing.CompileBombs;

/// <summary>A component that costs its compiler, or its reader, far more than its size lets expect.</summary>
/// <param name="Name">Short name of its content.</param>
/// <param name="Sections">Sections that are put behind those of any component.</param>
public sealed record CompileBomb(string Name, byte[] Sections)
{
    private const byte ModuleSection = 1;
    private const byte ComponentSection = 4;

    /// <summary>A bomb that is a core module nobody instantiates: it is compiled all the same.</summary>
    internal static CompileBomb OfModule(string name, byte[] module) => OfSections(name, bytes => bytes.Section(ModuleSection, new WasmBytes().Add(module)));

    /// <summary>A bomb that is a component nobody instantiates.</summary>
    internal static CompileBomb OfComponent(string name, Action<WasmBytes> write)
    {
        var component = new WasmBytes().Add([.. "\0asm"u8, 0x0d, 0, 1, 0]);
        write(component);
        return OfSections(name, bytes => bytes.Section(ComponentSection, component));
    }

    internal static CompileBomb OfSections(string name, Action<WasmBytes> write)
    {
        var bytes = new WasmBytes();
        write(bytes);
        return new CompileBomb(name, bytes.ToArray());
    }

    /// <summary>The bomb inside a component that is otherwise what it was.</summary>
    public byte[] In(byte[] component) => [.. component, .. Sections];

    /// <inheritdoc />
    public override string ToString() => Name;
}
