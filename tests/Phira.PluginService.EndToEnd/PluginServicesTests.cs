using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Plugins that call one another, as an administrator sees it.</summary>
public sealed class PluginServicesTests
{
    [Fact]
    public async Task Who_provides_what_and_who_calls_whom_how_often_is_told()
    {
        using var folder = new ServiceFolder()
            .WithPlugin("titles", RepositoryFiles.Guest("echo"), Manifest("titles", "[optional-dependencies]\nplaytime = \"^1\"\nabsent = \"*\""))
            .WithPlugin("playtime", RepositoryFiles.Guest("echo"), Manifest("playtime", ""));
        await using var service = await RunningService.StartAsync(folder);
        await CallAsync(service, "playtime", "provide-with-schemas", """["total", "{\"type\":\"integer\"}", "{\"type\":\"object\"}"]""");
        await CallAsync(service, "titles", "call", """["playtime", "total", "7"]""");
        await CallAsync(service, "titles", "call", """["playtime", "total", "\"x\""]""");
        await CallAsync(service, "titles", "call", """["playtime", "unknown", "7"]""");

        var graph = await service.Api.GetAsync("services");

        Assert.Equal(
            """[{"plugin":"playtime","name":"total","argumentSchema":"{\u0022type\u0022:\u0022integer\u0022}","answerSchema":"{\u0022type\u0022:\u0022object\u0022}"}]""",
            graph["services"]!.ToJsonString());
        Assert.Equal(
            ["titles absent False * ", "titles playtime False ^1 total 1/0"],
            graph["links"]!.AsArray().Select(link =>
                $"{link!["from"]} {link["to"]} {link["required"]!.GetValue<bool>()} {link["range"]} "
                + string.Join(",", link["calls"]!.AsArray().Select(call => $"{call!["service"]} {call["calls"]}/{call["errors"]}"))));
        Assert.Equal(WithoutRates(graph["links"]![1]!), WithoutRates((await service.Api.GetAsync("plugins/playtime/services"))["links"]![0]!));
        Assert.Empty((await service.Api.GetAsync("plugins/titles/services"))["services"]!.AsArray());
    }

    /// <summary>The rates are those of the last minute, and may change between two requests.</summary>
    private static string WithoutRates(JsonNode link)
    {
        foreach (var call in link["calls"]!.AsArray().Select(call => call!.AsObject()))
        {
            Assert.True(call.Remove("callsPerSecond"));
            Assert.True(call.Remove("errorsPerSecond"));
        }

        return link.ToJsonString();
    }

    private static string Manifest(string name, string dependencies) => $"""
        name = "{name}"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        register_commands = true
        provide_services = true
        call_services = true
        {dependencies}
        """;

    private static async Task<JsonNode> CallAsync(RunningService service, string plugin, string function, string arguments) =>
        await service.Api.PostAsync($"commands/{plugin}:echo/invoke", new { arguments = $"call services.{function} {arguments}" });
}
