using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Packaging.Manifest.Model;
using Semver;

namespace Phira.PluginService.Packaging.Tests.Manifest;

/// <summary>Reads manifests from text, as a host of service version 1.2.0 that offers phira:plugin 1.1.0.</summary>
internal static class ManifestText
{
    public const string Path = "plugins/welcome/plugin.toml";

    public const string Minimal = """
        name = "welcome"
        version = "1.0.0"
        abi_version = "1.0.0"

        """;

    public static HostVersions Host { get; } = new(SemVersion.Parse("1.2.0"), SemVersion.Parse("1.1.0"));

    public static ManifestReading Read(string text, params (string Name, string Json)[] beside) =>
        ManifestReader.Parse(text, Path, Host, name => beside.FirstOrDefault(file => file.Name == name).Json is { } json
            ? new ConfigSchema(json, new($"plugins/welcome/{name}"))
            : new Error(ConfigErrors.SchemaMissing, name));

    public static PluginManifest Accept(string text, params (string Name, string Json)[] beside)
    {
        var reading = Read(text, beside);
        Assert.True(reading.Failure is null, reading.Failure?.Describe());
        return reading.Manifest!;
    }

    /// <summary>Each problem in one line: <c>line:column code argument|argument</c>.</summary>
    public static IEnumerable<string> Problems(Error? failure)
    {
        if (failure is null)
        {
            return [];
        }

        return failure.Causes.IsDefaultOrEmpty
            ? [$"{failure.Location?.Line}:{failure.Location?.Column} {string.Join(' ', [failure.Code.Value, .. Arguments(failure)])}"]
            : failure.Causes.SelectMany(cause => Problems(cause));
    }

    private static string[] Arguments(Error error) => error.Arguments.IsEmpty ? [] : [string.Join('|', error.Arguments)];
}
