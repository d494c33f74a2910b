using Microsoft.AspNetCore.Http.Metadata;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Documentation;

/// <summary>Documents the failures of an endpoint.</summary>
internal static class EndpointDocumentation
{
    /// <summary>Adds the statuses that an endpoint answers with problem details.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder builder, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            builder.Produces<ProblemResponse>(status, ProblemWriter.ContentType);
        }

        return builder;
    }

    /// <summary>Adds what becomes of an endpoint that runs a plugin's code: it may crash, be busy or not answer.</summary>
    public static RouteHandlerBuilder RunsPlugins(this RouteHandlerBuilder builder) =>
        builder.Fails(StatusCodes.Status502BadGateway, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Adds how an endpoint fails that starts, stops or replaces a plugin: it also runs the plugin's code.</summary>
    public static RouteHandlerBuilder ReplacesPlugins(this RouteHandlerBuilder builder) => builder
        .Fails(
            StatusCodes.Status400BadRequest,
            StatusCodes.Status403Forbidden,
            StatusCodes.Status409Conflict,
            StatusCodes.Status422UnprocessableEntity)
        .RunsPlugins();

    /// <summary>The same for each endpoint of a group.</summary>
    public static RouteGroupBuilder AllFail(this RouteGroupBuilder group, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            group.WithMetadata(Failure(status));
        }

        return group;
    }

    /// <summary>Adds to each endpoint of a group that takes a body how bodies are refused before it sees them.</summary>
    public static RouteGroupBuilder BodiesFail(this RouteGroupBuilder group)
    {
        // Whether an endpoint takes a body is known only when it is complete.
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<IAcceptsMetadata>().Any())
            {
                endpoint.Metadata.Add(Failure(StatusCodes.Status413PayloadTooLarge));
                endpoint.Metadata.Add(Failure(StatusCodes.Status415UnsupportedMediaType));
            }
        });
        return group;
    }

    /// <summary>Adds to each endpoint of a group that changes something how it is refused while nothing can be recorded.</summary>
    public static RouteGroupBuilder ChangesFail(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(methods => methods.HttpMethods.Any(method => !HttpMethods.IsGet(method))))
            {
                endpoint.Metadata.Add(Failure(StatusCodes.Status507InsufficientStorage));
            }
        });
        return group;
    }

    private static ProducesResponseTypeMetadata Failure(int status) => new(status, typeof(ProblemResponse), [ProblemWriter.ContentType]);
}
