using Phira.PluginService.Composition;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Tests.Configuration;

/// <summary>Reads the configuration of the service from sources that a test makes up.</summary>
internal sealed class SettingsLoader : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Dictionary<string, string> _environment = new() { ["PATH"] = "/bin", ["PHIRAX"] = "not ours" };

    public string WorkingDirectory => _directory.Path;

    public string this[string path] => _directory[path];

    /// <summary>Writes <c>phira.toml</c>, or another file of the working directory.</summary>
    public SettingsLoader File(string text, string name = "phira.toml")
    {
        _directory.Write(name, text);
        return this;
    }

    public SettingsLoader Variable(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public ConfigurationResult Load(params string[] arguments) =>
        ConfigurationLoader.Load(ServiceSettings.Catalog, new ConfigurationSources(arguments, _environment, WorkingDirectory));

    /// <summary>Loads what must be right and fills options.</summary>
    public T Load<T>(params string[] arguments)
        where T : new()
    {
        var result = Load(arguments);
        Assert.Empty(result.Problems);
        var options = new T();
        result.Configuration.Apply(options);
        return options;
    }

    /// <summary>Loads what must hold exactly one problem.</summary>
    public Error LoadOneProblem(params string[] arguments) => Assert.Single(Load(arguments).Problems);

    public void Dispose() => _directory.Dispose();
}
