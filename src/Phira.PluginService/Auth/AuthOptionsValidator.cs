using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>Checks section <c>auth</c> without ever repeating the token.</summary>
internal sealed class AuthOptionsValidator(ServiceConfiguration configuration) : IValidateOptions<AuthOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthOptions options)
    {
        var problems = new SettingProblems(AuthOptions.Section);
        var token = options.AdminToken;
        problems.Require(
            token.Length == 0 || AdminToken.IsUsable(token),
            "admin_token",
            LocalizedText.Of("setting.rule.token_form", $"{AdminToken.MaximumLength}"));

        // Read from the configuration, so that a mistake in section http is reported once.
        var http = new HttpOptions();
        configuration.Apply(http);
        problems.Require(
            token.Length is 0 or >= AdminToken.SafeLength || http.ListensOnLoopbackOnly,
            "admin_token",
            LocalizedText.Of("setting.rule.token_length", $"{token.Length}", http.Address, $"{AdminToken.SafeLength}"));
        problems.RequireRange(options.SessionLifetimeSecs, 60, 31_536_000, "session_lifetime_secs");
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
