namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>The sorts of items that a component can import, export and pass on, by the numbers of the binary format.</summary>
internal enum ComponentSort : byte
{
    Module = 0,
    Function = 1,
    Value = 2,
    Type = 3,
    Component = 4,
    Instance = 5,
}
