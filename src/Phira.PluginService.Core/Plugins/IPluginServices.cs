namespace Phira.PluginService.Core.Plugins;

/// <summary>The dependencies and calls between plugins.</summary>
public interface IPluginServices
{
    /// <summary>Returns the present state. Never blocks.</summary>
    PluginGraph Read();
}
