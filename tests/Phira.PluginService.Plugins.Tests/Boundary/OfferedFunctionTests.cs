using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class OfferedFunctionTests
{
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
