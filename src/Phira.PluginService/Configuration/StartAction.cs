namespace Phira.PluginService.Configuration;

/// <summary>The action that the command line requests.</summary>
internal enum StartAction
{
    Run,
    PrintHelp,
    PrintVersion,
    PrintConfigSample,
    MigrateConfig,
    Complete,
}
