using System.Net;
using Microsoft.Extensions.Options;

namespace Phira.PluginService.Composition;

/// <summary>Reports every problem of section <c>http</c> at once.</summary>
internal sealed class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options)
    {
        List<string> problems = [];
        if (!IPAddress.TryParse(options.Address, out _))
        {
            problems.Add($"http.address is \"{options.Address}\"; it must be an IP address, for example 127.0.0.1 or 0.0.0.0.");
        }

        if (options.Port is < 0 or > 65_535)
        {
            problems.Add($"http.port is {options.Port}; it must be 0 to 65535.");
        }

        problems.AddRange(options.AllowedHosts
            .Where(host => host.Length == 0 || host.Contains('/') || host.Contains(' '))
            .Select(host => $"http.allowed_hosts holds \"{host}\"; each entry must be a host name without scheme and port."));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
