using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>Reads and checks the answer of a guest.</summary>
internal static class ResponseReader
{
    private const int MaximumHeaders = 64;
    private const int MaximumHeaderCharacters = 16 * 1024;
    private const int LeastStatus = 200;
    private const int GreatestStatus = 599;

    /// <summary>Reads an answer.</summary>
    public static ResponseReading Read(ComponentValue value, InstanceRoutes routes)
    {
        var status = value.Field("status").AsU16();
        if (status is < LeastStatus or > GreatestStatus)
        {
            return new(null, $"the status {status} is not {LeastStatus} to {GreatestStatus}");
        }

        var body = Body(value.Field("body"), routes.Options.RouteResponseBytes);
        if (body is null)
        {
            return new(null, $"the body of the answer is larger than route_response_bytes: at most {routes.Options.RouteResponseBytes}");
        }

        var given = value.Field("headers").AsList();
        var headers = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(given.Count);
        var room = MaximumHeaderCharacters;
        foreach (var header in given)
        {
            var (name, text) = (header.Field("name").AsString().ToLowerInvariant(), header.Field("value").AsString());
            room -= name.Length + text.Length;
            if (headers.Count == MaximumHeaders || room < 0)
            {
                return new(null, $"an answer has at most {MaximumHeaders} headers with {MaximumHeaderCharacters} characters");
            }

            var isRepeated = HeaderValues.IsSingle(name) && headers.Any(header => header.Key == name);
            if (HeaderNames.MayPluginSet(name) && HeaderValues.IsValid(name, text) && !isRepeated)
            {
                headers.Add(new(name, text));
            }
            else
            {
                routes.HeaderDropped(name);
            }
        }

        return new(new RouteResponse(status, headers.ToImmutable(), body), null);
    }

    private static RouteBody? Body(ComponentValue value, int maximum)
    {
        switch (value.AsVariant())
        {
            case "text":
                var text = value.Payload!.AsString();
                return text.Length > maximum || Encoding.UTF8.GetByteCount(text) > maximum ? null : new RouteBody(text, default);
            case "bytes":
                var bytes = value.Payload!.AsList();
                return bytes.Count > maximum ? null : new RouteBody(null, ValueTree.ToBytes(value.Payload!));
            default:
                return RouteBody.Empty;
        }
    }
}
