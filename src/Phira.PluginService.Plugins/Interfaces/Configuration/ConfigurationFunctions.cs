using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Configuration;

/// <summary>The functions of <c>configuration</c> for one instance.</summary>
internal sealed class ConfigurationFunctions(HostContext context, InstanceConfig config, IConfigSaver saver, TokenBucket rate)
{
    public HostReply Get(ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[0].AsString();
        return config.Get(key) is { } json ? ComponentValue.String(json) : HostReply.NotFound($"no value {key}");
    }

    public HostReply All(ReadOnlySpan<ComponentValue> arguments) => ComponentValue.String(config.ToJson());

    public HostReply Set(ReadOnlySpan<ComponentValue> arguments)
    {
        var result = config.Set(arguments[0].AsString(), arguments[1].AsString());
        return result.IsSuccess ? HostReply.Done : HostReply.Invalid(Explain(result.Error));
    }

    // That there are problems helps nobody: the guest hears which.
    private static string Explain(Error error) =>
        error.Causes.IsDefaultOrEmpty ? error.Message() : string.Join(' ', error.Causes.Select(cause => cause.Message()));

    public HostReply Save(ReadOnlySpan<ComponentValue> arguments)
    {
        if (!rate.TryTake())
        {
            return context.Exceeded("config_saves_per_second", "configuration changes per second");
        }

        var (revision, values) = (config.Revision, config.ToJson());
        if (!HostWait.TryWait(
            context,
            token => saver.SaveAsync(context.Plugin, revision, values, token),
            out var result))
        {
            return HostReply.Unavailable("the configuration was not stored within this call's time");
        }

        if (!result.IsSuccess)
        {
            return result.Error;
        }

        config.Saved(result.Value);
        return HostReply.Done;
    }
}
