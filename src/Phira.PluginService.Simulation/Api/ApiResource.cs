namespace Phira.PluginService.Simulation.Api;

/// <summary>What the Phira API is asked for.</summary>
public enum ApiResource
{
    /// <summary>Whose token it is: <c>/me</c>.</summary>
    Me,

    /// <summary>A chart: <c>/chart/{id}</c>.</summary>
    Chart,

    /// <summary>A play record: <c>/record/{id}</c>.</summary>
    Record,
}
