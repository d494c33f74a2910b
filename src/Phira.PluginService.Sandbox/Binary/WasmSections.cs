namespace Phira.PluginService.Sandbox.Binary;

/// <summary>Numbers of sections in the binary format.</summary>
internal static class WasmSections
{
    /// <summary>Length of what precedes the sections of a module or component.</summary>
    public const int PreambleLength = 8;

    public const byte Custom = 0;

    public const byte ComponentModule = 1;
    public const byte ComponentNested = 4;
    public const byte ComponentImport = 10;
    public const byte ComponentExport = 11;

    public const byte ModuleElements = 9;
    public const byte ModuleCode = 10;
    public const byte ModuleData = 11;
    public const byte ModuleDataCount = 12;
}
