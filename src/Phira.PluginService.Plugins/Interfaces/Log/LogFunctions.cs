using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Log;

/// <summary>The functions of <c>log</c> for one instance.</summary>
internal sealed class LogFunctions(HostContext context)
{
    private static readonly ImmutableArray<string> Levels = ["trace", "debug", "info", "warn", "error"];

    public HostReply Write(ReadOnlySpan<ComponentValue> arguments)
    {
        var fields = arguments[2].AsList()
            .Select(field => KeyValuePair.Create(field.Field("key").AsString(), field.Field("value").AsString()))
            .ToArray();
        context.Log.Write((PluginLogLevel)Levels.IndexOf(arguments[0].AsEnum()), arguments[1].AsString(), fields);
        return HostReply.Done;
    }
}
