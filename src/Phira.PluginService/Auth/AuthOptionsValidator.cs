using Microsoft.Extensions.Options;

namespace Phira.PluginService.Auth;

/// <summary>Checks section <c>auth</c> without ever repeating the token.</summary>
internal sealed class AuthOptionsValidator : IValidateOptions<AuthOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthOptions options) =>
        options.AdminToken.Length == 0 || AdminToken.IsUsable(options.AdminToken)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"auth.admin_token must be 1 to {AdminToken.MaximumLength} visible ASCII characters, without spaces.");
}
