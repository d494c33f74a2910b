using Phira.PluginService.Errors;

namespace Phira.PluginService.Api;

/// <summary>Documents the failures of an endpoint.</summary>
internal static class EndpointDocumentation
{
    /// <summary>Adds the statuses that an endpoint answers with problem details.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="statuses">The statuses.</param>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder builder, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            builder.Produces<ProblemResponse>(status, ProblemWriter.ContentType);
        }

        return builder;
    }

    /// <summary>The same for each endpoint of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="statuses">The statuses.</param>
    public static RouteGroupBuilder AllFail(this RouteGroupBuilder group, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            group.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemResponse), [ProblemWriter.ContentType]));
        }

        return group;
    }
}
