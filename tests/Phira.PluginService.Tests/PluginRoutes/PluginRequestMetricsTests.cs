using System.Net;
using System.Text.RegularExpressions;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.PluginRoutes;

/// <summary>Requests to plugins, as Prometheus counts them.</summary>
public sealed partial class PluginRequestMetricsTests
{
    // A listener sees the meters of all services in the process: nobody else has this plugin.
    private const string Plugin = "counted-plugin";

    [Fact]
    public async Task Are_counted_by_plugin_kind_and_class_of_status()
    {
        await using var service = new TestService();
        service.Routes.With(Plugin, "/page")
            .With(Plugin, "/admin", RouteAccess.Admin)
            .With(Plugin, "GET", "/moved", RouteAccess.Public, _ => FakeRoutes.Text("", 302))
            .WithFile(Plugin, "/app.js", "1");
        foreach (var path in (string[])["page", "page", "admin", "moved", "app.js", "nothing", "streams/nothing"])
        {
            await service.Anonymous().Get($"/plugins/{Plugin}/{path}");
        }

        Assert.Equal(HttpStatusCode.NotFound, (await service.Anonymous().Get("/plugins/nobody/page")).StatusCode);

        var page = await (await service.Anonymous().Get("/metrics")).Text();
        Assert.Equal(
            ["file 2xx 1", "file 4xx 1", "route 2xx 2", "route 3xx 1", "route 4xx 1", "stream 4xx 1"],
            Series().Matches(page).Select(series => $"{series.Groups["kind"]} {series.Groups["status"]} {series.Groups["count"]}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain("plugin=\"nobody\"", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("phira_plugin_http_requests_total\\{(?=[^}]*plugin=\"counted-plugin\")(?=[^}]*kind=\"(?<kind>\\w+)\")(?=[^}]*status=\"(?<status>\\w+)\")[^}]*\\} (?<count>\\d+)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Series();
}
