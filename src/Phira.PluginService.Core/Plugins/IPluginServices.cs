namespace Phira.PluginService.Core.Plugins;

/// <summary>How plugins depend on one another and call one another.</summary>
public interface IPluginServices
{
    /// <summary>Reads it as it is now. Never blocks.</summary>
    PluginGraph Read();
}
