using FluentValidation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Validation;

/// <summary>Runs the validator of each argument that has one before the endpoint; every broken rule is reported at once.</summary>
internal static class ValidationFilter
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var validated = factory.MethodInfo.GetParameters()
            .Select((parameter, index) => (Index: index, Type: typeof(IValidator<>).MakeGenericType(parameter.ParameterType)))
            .Where(argument => IsRegistered(factory.ApplicationServices, argument.Type))
            .ToArray();
        return validated.Length == 0 ? next : context => ValidateAsync(context, next, validated);
    }

    private static bool IsRegistered(IServiceProvider services, Type validator) =>
        services.GetRequiredService<IServiceProviderIsService>().IsService(validator);

    private static async ValueTask<object?> ValidateAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next, (int Index, Type Type)[] validated)
    {
        List<Error> errors = [];
        foreach (var (index, type) in validated)
        {
            if (context.Arguments[index] is not { } argument)
            {
                // A body that may be left out.
                continue;
            }

            var validator = (IValidator)context.HttpContext.RequestServices.GetRequiredService(type);
            var result = await validator.ValidateAsync(
                new ValidationContext<object>(argument), context.HttpContext.RequestAborted);
            errors.AddRange(result.Errors.Select(failure => (Error)failure.CustomState));
        }

        return errors.Count == 0 ? await next(context) : new Problem(new Error(ApiErrors.Invalid) { Causes = [.. errors] });
    }
}
