using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Work on an instance; most of it has an outcome.</summary>
internal abstract record InstanceEffect : LifecycleEffect
{
    /// <summary>Reads the folder.</summary>
    public sealed record Read(LoadPlan Plan) : InstanceEffect;

    /// <summary>Reads again what administrators decided about a known version.</summary>
    public sealed record Refresh(PluginBlueprint Blueprint, LoadPlan Plan) : InstanceEffect;

    /// <summary>Asks whether all is granted.</summary>
    public sealed record AskApproval(PluginBlueprint Blueprint, LoadPlan Plan) : InstanceEffect;

    /// <summary>Compiles the component.</summary>
    public sealed record Compile(PluginBlueprint Blueprint, LoadPlan Plan) : InstanceEffect;

    /// <summary>Makes an instance of what was compiled.</summary>
    public sealed record Instantiate(PluginBlueprint Blueprint, LoadPlan Plan) : InstanceEffect;

    /// <summary>Calls <c>init</c>.</summary>
    public sealed record Initialize(PluginBlueprint Blueprint, LoadPlan Plan) : InstanceEffect;

    /// <summary>Calls <c>start</c> of the instance that was made.</summary>
    /// <param name="Previous">The blueprint of the instance that it replaces; null when it replaces none.</param>
    public sealed record Start(PluginBlueprint Blueprint, LoadPlan Plan, PluginBlueprint? Previous) : InstanceEffect;

    /// <summary>Calls <c>start</c> of the instance that was stopped.</summary>
    public sealed record StartKept(LoadPlan Plan) : InstanceEffect;

    /// <summary>Starts the instance that was made with the state of the active one, which pauses.</summary>
    public sealed record HandOver(PluginBlueprint Blueprint, LoadPlan Plan) : InstanceEffect;

    /// <summary>Stops and ends the instance that another one has replaced.</summary>
    public sealed record Retire : InstanceEffect;

    /// <summary>Calls <c>stop</c>.</summary>
    public sealed record Stop(ChangeCause Cause) : InstanceEffect;

    /// <summary>Calls <c>stop</c> before the instance ends; that it fails changes nothing.</summary>
    public sealed record StopAndEnd(bool CutDeadline) : InstanceEffect;

    /// <summary>Ends the instance.</summary>
    /// <param name="Reason">The answer to those who still wait.</param>
    /// <param name="Report">Whether a loss is reported from which nothing follows.</param>
    public sealed record End(Error Reason, bool Report) : InstanceEffect;

    /// <summary>Hands other defaults, or another schema, of the configuration over.</summary>
    /// <param name="MayReplace">Whether an instance that takes no changes may be replaced.</param>
    public sealed record Redefine(PluginBlueprint Blueprint, bool MayReplace, ChangeCause Cause) : InstanceEffect;

    /// <summary>Hands a configuration over, which the plugin checks first when it is offered.</summary>
    public sealed record DeliverConfig(EffectiveConfig Config, LoadPlan Plan) : InstanceEffect;

    /// <summary>Tells the instance which revision its configuration is stored as.</summary>
    public sealed record NumberConfig(EffectiveConfig Config) : InstanceEffect;

    /// <summary>Shows the version in the folder, which is not loaded.</summary>
    public sealed record ShowFolder : InstanceEffect;
}
