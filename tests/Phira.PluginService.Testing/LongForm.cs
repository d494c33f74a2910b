namespace Phira.PluginService.Testing;

/// <summary>
/// Some tests have a short form, which runs always, and a long form of some minutes, which runs when the environment variable
/// <c>PHIRA_LONG_TESTS</c> is <c>1</c>.
/// </summary>
public static class LongForm
{
    /// <summary>Whether the long forms are wanted.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("PHIRA_LONG_TESTS") == "1";
}
