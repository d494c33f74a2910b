using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Configuration;

/// <summary>The interface <c>configuration</c>.</summary>
internal static class ConfigurationInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "configuration",
        new HostFunction("get-config", Get),
        new HostFunction("set-config", Set) { Permission = PermissionNames.WriteConfig },
        new HostFunction("save-config", Save) { Permission = PermissionNames.WriteConfig },
        new HostFunction("all", static (context, _) => ComponentValue.String(context.Config.ToJson())));

    private static HostReply Get(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var key = arguments[0].AsString();
        return context.Config.Get(key) is { } json ? ComponentValue.String(json) : HostReply.NotFound($"no value {key}");
    }

    private static HostReply Set(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var result = context.Config.Set(arguments[0].AsString(), arguments[1].AsString());
        return result.IsSuccess ? HostReply.Done : HostReply.Invalid(Explain(result.Error));
    }

    // That there are problems helps nobody: the guest hears which.
    private static string Explain(Error error) =>
        error.Causes.IsDefaultOrEmpty ? error.Message() : string.Join(' ', error.Causes.Select(cause => cause.Message()));

    private static HostReply Save(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (!context.Quotas.ConfigSaves.TryTake())
        {
            return context.Exceeded(LimitNames.ConfigSavesPerSecond, "configuration changes per second");
        }

        var (revision, values) = (context.Config.Revision, context.Config.ToJson());
        if (!HostWait.TryWait(
            context,
            token => context.Services.Configurations.SaveAsync(context.Plugin, revision, values, token),
            out var result))
        {
            return HostReply.Unavailable("the configuration was not stored within this call's time");
        }

        if (!result.IsSuccess)
        {
            return result.Error;
        }

        context.Config.Saved(result.Value);
        return HostReply.Done;
    }
}
