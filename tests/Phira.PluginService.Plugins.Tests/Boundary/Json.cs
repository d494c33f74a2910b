using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>Compares what a guest shows with what was sent.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Same(string expected, JsonNode? actual)
    {
        var wanted = JsonNode.Parse(expected);
        var received = JsonNode.Parse(actual?.ToJsonString() ?? "null");
        Assert.True(
            JsonNode.DeepEquals(wanted, received),
            $"sent:     {wanted?.ToJsonString(Readable) ?? "null"}\nreceived: {received?.ToJsonString(Readable) ?? "null"}");
    }
}
