using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Plugins.Settings;

/// <summary>Settings of one host interface. Its public properties are keys of a section of the configuration.</summary>
public interface IInterfaceOptions
{
    /// <summary>The name of the section; several options classes may share one.</summary>
    static abstract string Section { get; }

    /// <summary>Reports every value that cannot be.</summary>
    /// <param name="problems">Takes the problems; keys are those within the section.</param>
    void Check(SettingProblems problems);
}
