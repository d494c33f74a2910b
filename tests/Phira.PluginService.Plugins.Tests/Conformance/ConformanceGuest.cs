using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Plugins.Tests.Interfaces.HttpClient;
using Phira.PluginService.Plugins.Tests.Interfaces.Services;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Conformance;

/// <summary>A component that makes the calls of the list, in a platform with the users, room and chart that the list speaks of.</summary>
internal sealed class ConformanceGuest : IAsyncDisposable
{
    private const string Name = "conformance";
    private const string EchoGuest = "echo";

    private static readonly string Manifest = $$"""
        {{TestManifests.AllPermissions}}
        provide_services = true
        call_services = true
        metrics = true
        system_info = true
        network = { hosts = ["127.0.0.1:{port}"] }
        subprocess = { commands = ["echo", "cat"] }
        [optional-dependencies]
        nobody = "*"
        provider = "*"
        [config.conformance]
        text = "值 🎈"
        number = 1
        """;

    private readonly LocalServer _server;
    private readonly string _command;

    private ConformanceGuest(PluginHost host, LocalServer server, string command) => (Host, _server, _command) = (host, server, command);

    /// <summary>The languages whose component has been built: the echo guest, which needs Node only, and every file <c>conformance-*.wasm</c>.</summary>
    public static ImmutableArray<string> Languages { get; } =
    [
        EchoGuest,
        .. Directory.GetFiles(RepositoryFiles.PathOf("artifacts", "guests"), "conformance-*.wasm")
            .Select(file => Path.GetFileNameWithoutExtension(file)["conformance-".Length..])
            .Order(StringComparer.Ordinal),
    ];

    public PluginHost Host { get; }

    /// <summary>Starts the component of a language.</summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="without">A permission that it does not ask for.</param>
    public static async Task<ConformanceGuest> StartAsync(string language, string without = "none")
    {
        var isEcho = language == EchoGuest;
        var manifest = string.Join('\n', Manifest.Split('\n').Where(line => !line.StartsWith(without, StringComparison.Ordinal)));
        var server = new LocalServer(LocalServer.Text("answer"));
        var host = new PluginHost(options =>
        {
            TestPolicies.AnyHost(options);
            TestPolicies.Commands("echo", "cat")(options);
            options.Security = options.Security with { AllowSystemInfo = true };
            options.ModerationsPerSecond = 1000;
        }).With(Name, RepositoryFiles.Guest(isEcho ? language : $"conformance-{language}"), manifest.Replace("{port}",
        $"{server.Port}", StringComparison.Ordinal))
            .WithPeer("provider");
        host.Game.Add(5, "五 🎮 \"\\\n", room: 7);
        host.Game.Add(6, "", "en-US", room: 7);
        host.Game.AddRoom(7, "room-1", 5, 6);
        host.Game.Charts[9] = new ChartDetails(new ChartSnapshot(9, "谱面"))
        {
            Level = "IN Lv.15",
            Difficulty = 15.2f,
            Charter = "谱师",
            Uploader = new UserId(5),
            IsStable = true,
            Rating = 0.1f,
            Tags = ["一", ""],
        };
        await host.StartAsync();
        Assert.Null(host.Plugin(Name).Failure?.Describe());
        return new ConformanceGuest(host, server, isEcho || language == "rust" ? "echo" : "conformance");
    }

    /// <summary>Makes a call and returns the answer as the guest shows it.</summary>
    public async Task<JsonNode> CallAsync(ConformanceCall call)
    {
        var arguments = call.Arguments.Replace("{port}", $"{_server.Port}", StringComparison.Ordinal).Replace("{plugin}", Name, StringComparison.Ordinal);
        var answer = await Host.CommandAsync($"{Name}:{_command}", $"call {call.Function} {arguments}");
        Assert.True(answer.IsSuccess, $"{call}: {answer.Error?.Describe()}");
        return WithNumbersOfOneForm(JsonNode.Parse(answer.Value))!;
    }

    /// <summary>The answer that the list expects.</summary>
    public static JsonNode Expected(ConformanceCall call) =>
        WithNumbersOfOneForm(JsonNode.Parse(call.Answer.ToJsonString().Replace("{plugin}", Name, StringComparison.Ordinal)))!;

    // Languages write the same number with more or fewer digits.
    private static JsonNode? WithNumbersOfOneForm(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, WithNumbersOfOneForm(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithNumbersOfOneForm)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.GetValue<double>()),
        _ => node?.DeepClone(),
    };

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _server.DisposeAsync();
    }
}
