using System.Collections;

namespace Phira.PluginService.Configuration;

/// <summary>The sources of the configuration.</summary>
/// <param name="WorkingDirectory">Base of relative paths.</param>
internal sealed record ConfigurationSources(
    IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, string WorkingDirectory)
{
    /// <summary>The sources of this process.</summary>
    public static ConfigurationSources OfProcess(IReadOnlyList<string> arguments) => new(
        arguments,
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal),
        Directory.GetCurrentDirectory());
}
