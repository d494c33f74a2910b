namespace Phira.PluginService.Configuration;

/// <summary>What the command line asks the program to do.</summary>
internal enum StartAction
{
    Run,
    PrintHelp,
    PrintVersion,
    PrintConfigSample,
    MigrateConfig,
    Complete,
}
