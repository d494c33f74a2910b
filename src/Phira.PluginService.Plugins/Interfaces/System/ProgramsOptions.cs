using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.System;

/// <summary>Settings of the programs that plugins run.</summary>
public sealed class ProgramsOptions : IInterfaceOptions
{
    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Bytes that a program run by a plugin may write to each of its outputs. Default 1 MiB.</summary>
    public int ProcessOutputBytes { get; set; } = 1 << 20;

    /// <inheritdoc />
    public void Check(SettingProblems problems) => problems.RequireRange(ProcessOutputBytes, 0, 1 << 30, "process_output_bytes");
}
