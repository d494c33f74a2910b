using System.Text;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>Turns an answer into what the guest receives.</summary>
internal static class ResponseWriter
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Builds the record <c>response</c>.</summary>
    public static ComponentValue Write(HttpResponseMessage response, byte[] body)
    {
        KeyValuePair<string, string>[] headers =
        [
            .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key.ToLowerInvariant(), value))),
        ];
        return Wit.Record(
            Wit.Field("status", ComponentValue.U16((ushort)response.StatusCode)),
            Wit.Field("headers", Wit.List(headers, header => Wit.Record(
                Wit.Field("name", ComponentValue.String(header.Key)), Wit.Field("value", ComponentValue.String(header.Value))))),
            Wit.Field("body", Body(body)));
    }

    private static ComponentValue Body(byte[] body)
    {
        if (body.Length == 0)
        {
            return ComponentValue.Variant("empty");
        }

        try
        {
            return ComponentValue.Variant("text", ComponentValue.String(Strict.GetString(body)));
        }
        catch (DecoderFallbackException)
        {
            return ComponentValue.Variant("bytes", ValueTree.OfBytes(body));
        }
    }
}
