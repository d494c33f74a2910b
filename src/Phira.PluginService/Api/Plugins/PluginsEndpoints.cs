using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Shows the plugins and carries out operations on them.</summary>
internal static class PluginsEndpoints
{
    public const string Tag = "Plugins";

    public static void MapPlugins(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins").WithTags(Tag);
        group.MapGet("", List)
            .WithName("ListPlugins")
            .WithSummary("Lists all plugins, ordered by name.")
            .WithDescription("Includes plugins that failed, wait for approval or are switched off, with the reason.");
        group.MapPost("/rescan", RescanAsync)
            .WithName("RescanPlugins")
            .WithSummary("Brings all plugins in line with the plugins directory, also where hot reload is off, and lists them.")
            .WithDescription("New plugins are loaded, changed ones reloaded, those whose folder is gone unloaded, and failed ones tried again. A version in quarantine stays there.")
            .Fails(StatusCodes.Status403Forbidden, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/{name}", Get)
            .WithName("GetPlugin")
            .WithSummary("Shows one plugin.")
            .WithDescription("Shows state, version, health, resources and what an administrator has to do next.")
            .Fails(StatusCodes.Status404NotFound);
        MapOperation(
            group,
            PluginOperation.Load,
            "Reads the plugin's folder again, compiles, instantiates, initialises and starts it.",
            "Also finds a plugin whose folder is new.");
        MapOperation(
            group,
            PluginOperation.Unload,
            "Stops the plugin and removes its instance; it stays unloaded after a restart of the service.",
            "Loading it again is up to an administrator.");
        MapOperation(
            group,
            PluginOperation.Reload,
            "Reloads the plugin from disk. If the new version fails, the current one keeps running.",
            "The running instance hands its state over if the plugin supports that.");
        MapOperation(
            group,
            PluginOperation.Start,
            "Starts a stopped plugin.",
            "Only plugins with an instance can be started; otherwise load it.");
        MapOperation(
            group,
            PluginOperation.Stop,
            "Stops the plugin and keeps its instance; it stays stopped after a restart of the service.",
            "Its commands and subscriptions are gone until it is started again.");
        MapOperation(
            group,
            PluginOperation.Disable,
            "Switches the plugin off: its instance is removed, and only enabling it brings it back.",
            "Neither a restart of the service nor a change on disk loads it.");
        MapOperation(
            group,
            PluginOperation.Enable,
            "Switches the plugin on again and loads it.",
            "The opposite of disable.");
    }

    private static void MapOperation(RouteGroupBuilder group, PluginOperation operation, string summary, string detail)
    {
        var verb = operation.ToString().ToLowerInvariant();
        group.MapPost(
                $"/{{name}}/{verb}",
                ([AsParameters] OperationRequest request, Caller caller, IPluginManager plugins, AuditTrail audit, CancellationToken cancellationToken) =>
                    ExecuteAsync(request, operation, caller, plugins, audit, cancellationToken))
            .WithName($"{operation}Plugin")
            .WithSummary(summary)
            .WithDescription($"{detail} The answer is 409 while running plugins need this one, unless cascade=true takes them down with it. Recorded in the audit log as plugin.{verb}.")
            .Fails(StatusCodes.Status404NotFound)
            .ReplacesPlugins();
    }

    private static LocalizedText ReasonFor(PluginOperation operation) => operation switch
    {
        PluginOperation.Load => LocalizedText.Of("cause.rest.load"),
        PluginOperation.Unload => LocalizedText.Of("cause.rest.unload"),
        PluginOperation.Reload => LocalizedText.Of("cause.rest.reload"),
        PluginOperation.Start => LocalizedText.Of("cause.rest.start"),
        PluginOperation.Stop => LocalizedText.Of("cause.rest.stop"),
        PluginOperation.Disable => LocalizedText.Of("cause.rest.disable"),
        _ => LocalizedText.Of("cause.rest.enable"),
    };

    private static Ok<IReadOnlyList<PluginResponse>> List(IPluginManager plugins, Caller caller) => Answer(plugins.List(), caller);

    private static Ok<IReadOnlyList<PluginResponse>> Answer(IReadOnlyList<PluginSnapshot> plugins, Caller caller) =>
        TypedResults.Ok<IReadOnlyList<PluginResponse>>([.. plugins.Select(plugin => PluginResponse.From(plugin, caller.Language))]);

    private static async Task<Results<Ok<IReadOnlyList<PluginResponse>>, Problem>> RescanAsync(
        Caller caller, IPluginManager plugins, AuditTrail audit, CancellationToken cancellationToken)
    {
        var rescanned = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.RescanPlugins, AuditTargets.Plugins, ""),
            () => plugins.RescanAsync(caller.Because(LocalizedText.Of("cause.rest.rescan")), cancellationToken));
        return rescanned.IsSuccess ? Answer(rescanned.Value, caller) : new Problem(rescanned.Error);
    }

    private static Results<Ok<PluginResponse>, Problem> Get(PluginName name, IPluginManager plugins, Caller caller) =>
        Answer(plugins.Lookup(name), caller);

    private static async Task<Results<Ok<PluginResponse>, Problem>> ExecuteAsync(
        OperationRequest request,
        PluginOperation operation,
        Caller caller,
        IPluginManager plugins,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var cascade = request.Cascade ?? false;
        var act = new AuditedAct(
            caller,
            AuditActions.OperatePlugin(operation.ToString().ToLowerInvariant()),
            AuditTargets.Plugin(request.Name.Value),
            cascade ? LocalizedText.Of("audit.cascade") : LocalizedText.Literal(""));
        var executed = await audit.WriteAsync(
            act,
            () => plugins.ExecuteAsync(request.Name, operation, cascade, caller.Because(ReasonFor(operation)), cancellationToken));
        return Answer(executed, caller);
    }

    private static Results<Ok<PluginResponse>, Problem> Answer(Result<PluginSnapshot> result, Caller caller) =>
        result.IsSuccess ? TypedResults.Ok(PluginResponse.From(result.Value, caller.Language)) : new Problem(result.Error);
}
