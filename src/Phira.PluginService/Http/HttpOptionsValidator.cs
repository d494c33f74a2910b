using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
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
            new(
                $"is \"{options.Address}\"; it must be an IP address, for example 127.0.0.1 or 0.0.0.0",
                $"的值为“{options.Address}”，应为 IP 地址，例如 127.0.0.1 或 0.0.0.0"));
        problems.RequireRange(options.Port, 0, 65_535, "port");
        problems.RequireRange(options.MaxConnections, 16, 100_000, "max_connections");
        problems.RequireRange(options.MaxConnectionsPerAddress, 4, 100_000, "max_connections_per_address");
        foreach (var host in options.AllowedHosts)
        {
            problems.Require(
                host == "*" || HostName.IsValid(host) || IsIPv6InBrackets(host),
                "allowed_hosts",
                new($"holds \"{host}\"; each entry must be a host name without scheme and port", $"含有“{host}”，每一项应为不带协议和端口的主机名"));
        }

        CheckProxy(options, problems);
        problems.Require(
            options.Certificate.Length > 0 == options.CertificateKey.Length > 0,
            "certificate_key",
            new("and http.certificate must be set together", "必须与 http.certificate 同时设置"));
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }

    private static void CheckProxy(HttpOptions options, SettingProblems problems)
    {
        foreach (var proxy in options.TrustedProxies)
        {
            problems.Require(
                NetworkText.TryParse(proxy, out _),
                "trusted_proxies",
                new($"holds \"{proxy}\"; each entry must be an IP address or a network such as 10.0.0.0/8", $"含有“{proxy}”，每一项应为 IP 地址或网段，例如 10.0.0.0/8"));
        }

        problems.Require(
            options.PublicUrl.Length == 0 || IsPublicUrl(options.PublicUrl),
            "public_url",
            new(
                $"is \"{options.PublicUrl}\"; it must be an http or https address such as https://phira.example, without query",
                $"的值为“{options.PublicUrl}”，应为 http 或 https 地址，例如 https://phira.example，不带查询参数"));
        problems.Require(
            options.PathBase.Length == 0 || PathPattern().IsMatch(options.PathBase),
            "path_base",
            new(
                $"is \"{options.PathBase}\"; it must be a path such as /phira, of letters, digits, - . _ ~, without a slash at its end",
                $"的值为“{options.PathBase}”，应为 /phira 这样的路径，只含字母、数字和 - . _ ~，末尾不带斜杠"));
        problems.Require(
            options.PathBase.Length == 0 || !IsPublicUrl(options.PublicUrl) || PathOf(options.PublicUrl) is "" || PathOf(options.PublicUrl) == options.PathBase,
            "path_base",
            new(
                $"is \"{options.PathBase}\", but http.public_url has another path; both must be the same",
                $"的值为“{options.PathBase}”，与 http.public_url 中的路径不同，两者应一致"));
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
