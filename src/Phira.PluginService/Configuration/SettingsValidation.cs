using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Configuration;

/// <summary>Asks every module whether its values make sense.</summary>
internal static class SettingsValidation
{
    /// <summary>Finds every value that a module refuses.</summary>
    /// <param name="services">All registrations; of the services only the options and what checks them are created.</param>
    public static async Task<ImmutableArray<Error>> CheckAsync(IServiceCollection services, ServiceConfiguration configuration)
    {
        await using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures.Select(failure => ToError(failure, configuration))];
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return
            [
                .. exception.InnerExceptions.Cast<OptionsValidationException>()
                    .SelectMany(inner => inner.Failures)
                    .Select(failure => ToError(failure, configuration)),
            ];
        }
    }

    private static Error ToError(string failure, ServiceConfiguration configuration) =>
        SettingProblems.TryRead(failure, out var key, out var rule)
            ? new Error(SettingsErrors.BadValue, LocalizedText.Of("setting.rule", key, rule)) { Location = configuration.OriginOf(key) }
            : new Error(SettingsErrors.BadValue, failure);
}
