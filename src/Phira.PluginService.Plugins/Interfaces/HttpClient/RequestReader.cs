using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>Reads and checks the request of a guest.</summary>
internal static class RequestReader
{
    private const int MaximumHeaders = 64;
    private const int MaximumHeaderBytes = 16 * 1024;

    private static readonly FrozenSet<string> Methods = FrozenSet.ToFrozenSet(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]);

    // They belong to the connection, which is the host's, or would contradict what the host checked.
    private static readonly FrozenSet<string> HostsHeaders = FrozenSet.ToFrozenSet(
    [
        "host", "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade", "content-length", "expect", "http2-settings",
    ]);

    /// <summary>Reads a request.</summary>
    /// <param name="refusal">The answer to the guest when the request is not accepted.</param>
    public static OutboundRequest? Read(ComponentValue value, HostContext context, HttpClientOptions options, out HostReply refusal)
    {
        refusal = default;
        var method = value.Field("method").AsString();
        if (!Methods.Contains(method))
        {
            refusal = HostReply.Invalid($"method: {string.Join(' ', Methods.Order(StringComparer.Ordinal))}");
            return null;
        }

        if (OutboundUrl.Read(value.Field("url").AsString(), out var problem) is not { } url)
        {
            refusal = HostReply.Invalid($"url: {problem}");
            return null;
        }

        ImmutableArray<KeyValuePair<string, string>> headers =
        [
            .. value.Field("headers").AsList().Select(header => KeyValuePair.Create(
                header.Field("name").AsString().ToLowerInvariant(), header.Field("value").AsString())),
        ];
        if (Problem(headers) is { } wrong)
        {
            refusal = HostReply.Invalid($"headers: {wrong}");
            return null;
        }

        var body = Body(value.Field("body"));
        if (body?.Length > options.HttpRequestBytes)
        {
            refusal = context.Exceeded(
                HttpClientOptions.RequestBytesLimit, $"{HttpClientOptions.RequestBytesLimit}: at most {options.HttpRequestBytes}");
            return null;
        }

        return new OutboundRequest(new HttpMethod(method), url, headers, body);
    }

    private static byte[]? Body(ComponentValue body) => body.AsVariant() switch
    {
        "text" => Encoding.UTF8.GetBytes(body.Payload!.AsString()),
        "bytes" => ValueTree.ToBytes(body.Payload!),
        _ => null,
    };

    private static string? Problem(ImmutableArray<KeyValuePair<string, string>> headers)
    {
        if (headers.Length > MaximumHeaders || headers.Sum(header => header.Key.Length + header.Value.Length) > MaximumHeaderBytes)
        {
            return $"at most {MaximumHeaders} with {MaximumHeaderBytes} characters";
        }

        foreach (var (name, text) in headers)
        {
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
            {
                return "a name has letters, digits and - only";
            }

            if (HostsHeaders.Contains(name))
            {
                return $"{name} is set by the host";
            }

            if (!text.All(c => c is '\t' or (>= ' ' and < '\u007f')))
            {
                return $"the value of {name} has visible ASCII characters only";
            }
        }

        return null;
    }
}
