using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Auth;

/// <summary>Checks section <c>auth</c> without ever repeating the token.</summary>
internal sealed class AuthOptionsValidator : IValidateOptions<AuthOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthOptions options)
    {
        var problems = new SettingProblems(AuthOptions.Section);
        problems.Require(
            options.AdminToken.Length == 0 || AdminToken.IsUsable(options.AdminToken),
            "admin_token",
            new(
                $"must be 1 to {AdminToken.MaximumLength} visible ASCII characters, without spaces",
                $"应为 1 到 {AdminToken.MaximumLength} 个可见 ASCII 字符，不含空格"));
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
