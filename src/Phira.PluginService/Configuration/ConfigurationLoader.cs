using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>
/// Puts the configuration together: the file of another server, our own file, environment, command line; later wins. Finds all problems at once.
/// </summary>
internal static class ConfigurationLoader
{
    // Everything else is taken as it is written.
    private static readonly string[] Paths = ["storage.data_directory", "storage.connection_string_file", "plugins.directory", "plugins.samples_directory",
        "plugins.cache_directory", "plugins.packages_directory", "http.certificate", "http.certificate_key", "logging.file"];

    public static ConfigurationResult Load(SettingsCatalog catalog, ConfigurationSources sources)
    {
        var reading = new SettingsReading(catalog);
        var line = CommandLine.Parse(sources.Arguments, reading);
        OfficialFileNotice? notice = null;
        if (line.Action == StartAction.Run)
        {
            notice = OfficialFileSource.Read(sources.WorkingDirectory, reading);
            FileSource.Read(line.ConfigFile, sources.WorkingDirectory, reading);
            EnvironmentSource.Read(sources.Environment, reading);
            line.Apply(reading);
        }

        var configuration = new ServiceConfiguration(catalog, reading.Values, line.Demo);
        return new ConfigurationResult(line.Action, ResolvePaths(configuration, sources.WorkingDirectory), reading.Problems)
        {
            Notice = notice,
            Migration = line.MigratedFile is { } file ? (file, line.ConfigFile ?? FileSource.DefaultName) : null,
        };
    }

    /// <summary>Sums up problems for the administrator.</summary>
    public static Error Sum(IReadOnlyCollection<Error> problems) =>
        new(SettingsErrors.Invalid, $"{problems.Count}") { Causes = [.. problems] };

    private static ServiceConfiguration ResolvePaths(ServiceConfiguration configuration, string workingDirectory)
    {
        foreach (var key in Paths)
        {
            if (configuration.Values.TryGetValue(key, out var value) && value.Value is string { Length: > 0 } path)
            {
                var resolved = value with { Value = Path.GetFullPath(path, workingDirectory) };
                configuration = configuration with { Values = configuration.Values.SetItem(key, resolved) };
            }
        }

        return configuration;
    }
}
