using System.Text.Json;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class UnavailableFunctionTests
{
    /// <summary>What this version does not offer yet, with arguments. The list may only shrink.</summary>
    private static readonly Dictionary<string, string> Pinned = new()
    {
        ["metrics.counter-add"] = """["c", 1.5, [{"key": "a", "value": "b"}]]""",
        ["metrics.gauge-set"] = """["g", -2, []]""",
        ["metrics.histogram-record"] = """["h", 0.25, []]""",
    };

    [Fact]
    public async Task The_list_that_administrators_see_is_this_one()
    {
        await using var host = new PluginHost();

        Assert.Equal(Pinned.Keys.Order(StringComparer.Ordinal), host.Manager.UnavailableHostFunctions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_of_them_answers_unavailable_and_names_itself()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        foreach (var (function, arguments) in Pinned)
        {
            var answer = await echo.ReadAsync($"call {function} {arguments}");

            Json.Same(
                $$$"""{"err": {"unavailable": {{{JsonSerializer.Serialize($"{function} is not offered by this version of the host")}}}}}""",
                answer);
        }

        Assert.Equal(0, host.Plugin("echo").Usage.Traps);
    }

    [Fact]
    public async Task Every_function_of_the_wit_files_is_there_and_no_other()
    {
        await using var host = new PluginHost();
        var functions = Lines("worlds").Where(line => line.StartsWith("import ", StringComparison.Ordinal))
            .Select(line => line["import ".Length..^1])
            .SelectMany(name => Lines(name)
                .Where(line => line.Contains(": func(", StringComparison.Ordinal))
                .Select(line => $"{name}.{line[..line.IndexOf(':', StringComparison.Ordinal)].TrimStart('%')}"));

        Assert.Equal(
            functions.Order(StringComparer.Ordinal),
            host.Interfaces.All.SelectMany(definition => definition.Functions.Select(function => $"{definition.Name}.{function.Name}"))
                .Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(RepositoryFiles.PathOf("wit", $"{file}.wit")).Select(line => line.Trim());
}
