namespace Phira.PluginService.Simulation.Api;

/// <summary>A resource of the Phira API.</summary>
public enum ApiResource
{
    /// <summary>The account that a token belongs to: <c>/me</c>.</summary>
    Me,

    /// <summary>A chart: <c>/chart/{id}</c>.</summary>
    Chart,

    /// <summary>A play record: <c>/record/{id}</c>.</summary>
    Record,
}
