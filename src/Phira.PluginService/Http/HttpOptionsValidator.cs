using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Http;

/// <summary>Reports every problem of section <c>http</c> at once.</summary>
internal sealed partial class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options)
    {
        var problems = new SettingProblems(HttpOptions.Section);
        problems.Require(
            IPAddress.TryParse(options.Address, out _),
            "address",
            LocalizedText.Of("setting.rule.ip_address", options.Address));
        problems.RequireRange(options.Port, 0, 65_535, "port");
        problems.RequireRange(options.MaxConnections, 16, 100_000, "max_connections");
        problems.RequireRange(options.MaxConnectionsPerAddress, 4, 100_000, "max_connections_per_address");
        foreach (var host in options.AllowedHosts)
        {
            problems.Require(
                host == "*" || HostName.IsValid(host) || IsIPv6InBrackets(host),
                "allowed_hosts",
                LocalizedText.Of("setting.rule.host_name", host));
        }

        CheckProxy(options, problems);
        problems.Require(
            options.Certificate.Length > 0 == options.CertificateKey.Length > 0,
            "certificate_key",
            LocalizedText.Of("setting.rule.with_certificate"));
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }

    private static void CheckProxy(HttpOptions options, SettingProblems problems)
    {
        foreach (var proxy in options.TrustedProxies)
        {
            problems.Require(
                NetworkText.TryParse(proxy, out _),
                "trusted_proxies",
                LocalizedText.Of("setting.rule.proxy", proxy));
        }

        problems.Require(
            options.PublicUrl.Length == 0 || IsPublicUrl(options.PublicUrl),
            "public_url",
            LocalizedText.Of("setting.rule.public_url", options.PublicUrl));
        problems.Require(
            options.PluginUrl.Length == 0 || (IsPublicUrl(options.PluginUrl) && PathOf(options.PluginUrl) is ""),
            "plugin_url",
            LocalizedText.Of("setting.rule.plugin_url", options.PluginUrl));
        problems.Require(
            WebOrigin.Parse(options.PluginUrl) is not { } plugins || (WebOrigin.Parse(options.PublicUrl) is { } own && own.Host != plugins.Host),
            "plugin_url",
            LocalizedText.Of("setting.rule.other_host", options.PluginUrl));
        problems.Require(
            options.PathBase.Length == 0 || PathPattern().IsMatch(options.PathBase),
            "path_base",
            LocalizedText.Of("setting.rule.path_base", options.PathBase));
        problems.Require(
            options.PathBase.Length == 0 || !IsPublicUrl(options.PublicUrl) || PathOf(options.PublicUrl) is "" || PathOf(options.PublicUrl) == options.PathBase,
            "path_base",
            LocalizedText.Of("setting.rule.same_path", options.PathBase));
    }

    private static bool IsIPv6InBrackets(string host) => host is ['[', .. var address, ']'] && IPAddress.TryParse(address, out _);

    private static bool IsPublicUrl(string text) =>
        WebOrigin.Parse(text) is not null
        && new Uri(text) is { Query: "", Fragment: "", UserInfo: "" }
        && (PathOf(text) is "" || PathPattern().IsMatch(PathOf(text)));

    private static string PathOf(string url) => new Uri(url).AbsolutePath.TrimEnd('/');

    [GeneratedRegex(@"^(/[A-Za-z0-9._~-]+)+$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex PathPattern();
}
