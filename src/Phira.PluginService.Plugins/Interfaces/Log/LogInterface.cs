using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Log;

/// <summary>The interface <c>log</c>.</summary>
internal static class LogInterface
{
    private static readonly ImmutableArray<string> Levels = ["trace", "debug", "info", "warn", "error"];

    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new("log", new HostFunction("write", Write) { IsPlain = true });

    private static HostReply Write(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var fields = arguments[2].AsList()
            .Select(field => KeyValuePair.Create(field.Field("key").AsString(), field.Field("value").AsString()))
            .ToArray();
        context.Log.Write((PluginLogLevel)Levels.IndexOf(arguments[0].AsEnum()), arguments[1].AsString(), fields);
        return HostReply.Done;
    }
}
