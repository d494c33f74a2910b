namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>Numbers of the sections of a component that a bridge is built from.</summary>
internal static class ComponentSections
{
    public const byte Custom = 0;
    public const byte CoreTypes = 3;
    public const byte Components = 4;
    public const byte Instances = 5;
    public const byte Aliases = 6;
    public const byte Types = 7;
    public const byte Imports = 10;
    public const byte Exports = 11;
}
