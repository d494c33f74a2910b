using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Composition;

/// <summary>Reports every problem of section <c>http</c> at once.</summary>
internal sealed class HttpOptionsValidator : IValidateOptions<HttpOptions>
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
        foreach (var host in options.AllowedHosts)
        {
            problems.Require(
                host.Length > 0 && !host.Contains('/') && !host.Contains(' '),
                "allowed_hosts",
                new($"holds \"{host}\"; each entry must be a host name without scheme and port", $"含有“{host}”，每一项应为不带协议和端口的主机名"));
        }

        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
