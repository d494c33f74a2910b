using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Composition;

/// <summary>Explains why the service could not start, in every language and without a stack trace.</summary>
internal static class StartupFailure
{
    private const string HttpSwitch = "--http-port";
    private const string HttpVariable = "PHIRA_HTTP__PORT";

    /// <summary>Explains an exception.</summary>
    /// <returns>The text; null for an exception that is a fault of ours.</returns>
    public static string? Explain(Exception exception, string http) => exception switch
    {
        StartupException startup => Describe(startup.Error),
        OptionsValidationException options => DescribeOptions(options.Failures),
        AggregateException many when many.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            DescribeOptions(many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures)),
        IOException { InnerException: AddressInUseException } => Describe(new Error(ListeningErrors.PortInUse, http, HttpSwitch, HttpVariable)),
        IOException { InnerException: SocketException socket } => Describe(Unusable(http, socket)),
        SocketException socket => Describe(Unusable(http, socket)),
        _ => null,
    };

    private static Error Unusable(string http, SocketException socket) =>
        new(ListeningErrors.AddressUnusable, http, HttpSwitch, HttpVariable, socket.Message);

    /// <summary>Tells in every language why the service cannot start.</summary>
    public static string Describe(Error error) => string.Join(
        Environment.NewLine,
        LanguageSet.Embedded.Offered.Select(language => LocalizedText.Of("startup.cannot_start", error.Describe(language)).In(language)));

    private static string DescribeOptions(IEnumerable<string> failures) =>
        string.Join(
            Environment.NewLine,
            failures.Select(DescribeOption).Prepend(LocalizedText.Of("startup.invalid_configuration").InEveryLanguage(" / ")));

    private static string DescribeOption(string failure) =>
        SettingProblems.TryRead(failure, out var key, out var rule) ? $"{key} {rule.InEveryLanguage(" / ")}" : failure;
}
