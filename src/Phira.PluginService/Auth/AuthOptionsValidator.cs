using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
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
            new(
                $"must be 1 to {AdminToken.MaximumLength} visible ASCII characters, without spaces",
                $"应为 1 到 {AdminToken.MaximumLength} 个可见 ASCII 字符，不含空格"));

        // Read from the configuration, so that a mistake in section http is reported once.
        var http = new HttpOptions();
        configuration.Apply(http);
        problems.Require(
            token.Length is 0 or >= AdminToken.SafeLength || http.ListensOnLoopbackOnly,
            "admin_token",
            new(
                $"has {token.Length} characters and could be guessed; a service that listens on {http.Address} needs at least {AdminToken.SafeLength} random ones, for example from openssl rand -hex 32",
                $"只有 {token.Length} 个字符，容易被猜中；监听 {http.Address} 的服务至少需要 {AdminToken.SafeLength} 个随机字符，例如用 openssl rand -hex 32 生成"));
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
