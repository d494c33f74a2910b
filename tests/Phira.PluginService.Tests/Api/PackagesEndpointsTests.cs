using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class PackagesEndpointsTests
{
    private static readonly PackageReport Report = new()
    {
        Name = "dice",
        Version = "2.0.0",
        InstalledVersion = "1.0.0",
        PackageBytes = 3,
        Sha256 = "abc",
        Files = [new PackageFile("plugin.toml", 7)],
        Imports = ["phira:plugin/logging"],
        Permissions = ImmutableSortedDictionary<string, string>.Empty.Add("network", """{"hosts":["a.example"]}"""),
        PendingPermissions = ["network"],
    };

    [Fact]
    public async Task A_package_is_examined_without_being_installed()
    {
        await using var service = new TestService();
        service.Platform.Report = Report;

        var report = await (await service.Admin().Send(Zip("/api/v1/packages/inspect"))).ReadAsync();

        Assert.True(report.GetProperty("valid").GetBoolean());
        Assert.Equal("1.0.0", report.GetProperty("installedVersion").GetString());
        Assert.Equal("""{"network":{"hosts":["a.example"]}}""", report.GetProperty("permissions").GetRawText());
        Assert.Equal("""["network"]""", report.GetProperty("pendingPermissions").GetRawText());
        Assert.Equal("""[{"path":"plugin.toml","bytes":7}]""", report.GetProperty("files").GetRawText());
        Assert.Equal("zip", Assert.Single(service.Platform.Uploads));
        Assert.Empty(service.Audit.Entries);
    }

    [Fact]
    public async Task Every_problem_of_a_package_is_told_in_the_readers_language()
    {
        await using var service = new TestService();
        service.Platform.Report = new PackageReport { PackageBytes = 3, Problems = [new Error(PackageErrors.NotAnArchive, "cut off")] };

        var report = await (await service.Admin("zh-CN").Send(Zip("/api/v1/packages/inspect"))).ReadAsync();

        Assert.False(report.GetProperty("valid").GetBoolean());
        var problem = Assert.Single(report.GetProperty("problems").EnumerateArray());
        Assert.Equal("package.not_an_archive", problem.GetProperty("code").GetString());
        Assert.Contains("不是可读取的", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "pack dice as it is")]
    [InlineData("?version=20261122T120000000Z-0123abcd", "pack dice 20261122T120000000Z-0123abcd")]
    public async Task A_plugin_is_downloaded_as_a_package(string query, string asked)
    {
        await using var service = new TestService();

        var response = await service.Admin().Get($"/api/v1/plugins/dice/package{query}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("dice-1.2.3.zip", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("zip", await response.Text());
        Assert.Equal(asked, Assert.Single(service.Platform.Asked));
    }

    [Fact]
    public async Task A_version_that_is_not_kept_cannot_be_downloaded()
    {
        await using var service = new TestService();
        service.Platform.Refusal = new Error(PackageErrors.VersionNotFound, "dice", "x");

        await (await service.Admin().Get("/api/v1/plugins/dice/package?version=x")).ReadProblemAsync(HttpStatusCode.NotFound, "package.version_not_found");
    }

    [Fact]
    public async Task An_installation_is_written_down_with_what_was_installed()
    {
        await using var service = new TestService();
        service.Platform.Report = Report;

        var response = await service.Admin().Send(Zip("/api/v1/packages"));

        Assert.Equal("dice", (await response.ReadAsync()).GetProperty("name").GetString());
        var written = service.Audit.Only;
        Assert.Equal(
            ("plugin.install", "plugin:dice", "2.0.0 abc", "done"), (written.Action, written.Target, written.Reason.ToString(), written.Outcome));
    }

    [Fact]
    public async Task A_refused_package_is_answered_with_every_problem()
    {
        await using var service = new TestService();
        service.Platform.Refusal = new Error(PackageErrors.Refused, "1") { Causes = [new Error(PackageErrors.NotAnArchive, "cut off")] };

        var problem = await (await service.Admin().Send(Zip("/api/v1/packages")))
            .ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "package.refused");

        Assert.Equal("package.not_an_archive", Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("package.refused", service.Audit.Only.Outcome);
    }

    [Fact]
    public async Task A_package_may_come_as_the_file_of_a_form()
    {
        await using var service = new TestService();
        service.Platform.Report = Report;
        using var form = new MultipartFormDataContent { { new StringContent("not the file"), "note" }, { Content(), "package", "dice.zip" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/packages/inspect") { Content = form };

        await (await service.Admin().Send(request)).ReadAsync();

        Assert.Equal("zip", Assert.Single(service.Platform.Uploads));
    }

    [Fact]
    public async Task A_bare_component_is_examined_with_the_name_of_its_file_and_a_manifest_is_proposed()
    {
        await using var service = new TestService();
        service.Platform.Report = Report with { Manifest = "name = \"dice\"\n" };
        using var form = new MultipartFormDataContent { { Content(), "package", "骰子 dice.wasm" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/packages/inspect") { Content = form };

        var report = await (await service.Admin("zh-CN").Send(request)).ReadAsync();
        await (await service.Admin().Send(Zip("/api/v1/packages/inspect?file=dice.wasm", "application/wasm"))).ReadAsync();

        Assert.Equal("name = \"dice\"\n", report.GetProperty("manifest").GetString());
        Assert.Equal(
            [new(Language.Chinese) { FileName = "骰子 dice.wasm" }, new BareComponent(Language.English) { FileName = "dice.wasm" }],
            service.Platform.Bare);
    }

    [Fact]
    public async Task A_bare_component_is_installed_when_the_request_says_so()
    {
        await using var service = new TestService();
        service.Platform.Report = Report;

        await (await service.Admin().Send(Zip("/api/v1/packages?adopt=true&file=dice.wasm", "application/wasm"))).ReadAsync();
        await (await service.Admin().Send(Zip("/api/v1/packages"))).ReadAsync();

        Assert.Equal([true, false], service.Platform.Bare.Select(bare => bare.IsAdopted));
    }

    [Fact]
    public async Task A_manifest_is_proposed_for_a_component_in_the_plugins_directory()
    {
        await using var service = new TestService();
        service.Platform.Report = Report with { Manifest = "name = \"dice\"\n" };

        var report = await (await service.Admin().Get("/api/v1/plugins/dice/adoption")).ReadAsync();

        Assert.Equal("name = \"dice\"\n", report.GetProperty("manifest").GetString());
        Assert.Equal(["propose a manifest for dice in en"], service.Platform.Asked);
        Assert.Empty(service.Audit.Entries);
    }

    [Theory]
    [InlineData("""{"manifest":null}""", "adopt x with the proposed manifest")]
    [InlineData("{}", "adopt x with the proposed manifest")]
    [InlineData(null, "adopt x with the proposed manifest")]
    [InlineData("""{"manifest":"name = 1"}""", "adopt x with name = 1")]
    public async Task A_component_in_the_plugins_directory_is_adopted_and_that_is_written_down(string? body, string asked)
    {
        await using var service = new TestService();
        service.Platform.Report = Report;

        var response = await service.Admin().Post("/api/v1/plugins/x/adopt", body);

        Assert.Equal("dice", (await response.ReadAsync()).GetProperty("name").GetString());
        Assert.Equal([asked], service.Platform.Asked);
        var written = service.Audit.Only;
        Assert.Equal(("plugin.adopt", "plugin:dice", "2.0.0 abc", "done"), (written.Action, written.Target, written.Reason.ToString(), written.Outcome));
    }

    [Fact]
    public async Task An_adoption_that_is_refused_says_why_and_is_written_down()
    {
        await using var service = new TestService();
        service.Platform.Refusal = new Error(PackageErrors.NotLoose, "x");

        await (await service.Admin().Post("/api/v1/plugins/x/adopt", "{}")).ReadProblemAsync(HttpStatusCode.Conflict, "package.not_loose");

        Assert.Equal(("plugin.adopt", "plugin:x", "package.not_loose"), (service.Audit.Only.Action, service.Audit.Only.Target, service.Audit.Only.Outcome));
    }

    [Fact]
    public async Task A_manifest_that_is_far_too_long_is_refused_unread()
    {
        await using var service = new TestService();

        var response = await service.Admin().Post("/api/v1/plugins/x/adopt", $$"""{"manifest":"{{new string('x', 65537)}}"}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Empty(service.Platform.Asked);
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        await using var service = new TestService();
        using var form = new MultipartFormDataContent { { new StringContent("nothing"), "note" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/packages") { Content = form };

        await (await service.Admin().Send(request)).ReadProblemAsync(HttpStatusCode.BadRequest, "request.no_package");

        Assert.Empty(service.Platform.Uploads);
        Assert.Empty(service.Audit.Entries);
    }

    [Fact]
    public async Task Json_is_no_package()
    {
        await using var service = new TestService();

        var response = await service.Admin().Post("/api/v1/packages", "{}");

        await response.ReadProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.media_type_unsupported");
    }

    [Fact]
    public async Task Kept_versions_are_listed()
    {
        await using var service = new TestService();
        service.Platform.Versions.Add(new PackageVersion(
            "v1", "1.0.0", "abc", 10, new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), "admin", IsCurrent: true));

        Assert.Equal(
            """[{"id":"v1","version":"1.0.0","sha256":"abc","bytes":10,"keptAt":"2026-11-22T12:00:00+00:00","installedBy":"admin","current":true}]""",
            await (await service.Admin().Get("/api/v1/plugins/dice/versions")).Text());
    }

    [Theory]
    [InlineData("""{"version":"v1"}""", "roll back dice to v1", "v1")]
    [InlineData("{}", "roll back dice to the one before", "")]
    [InlineData(null, "roll back dice to the one before", "")]
    public async Task A_kept_version_is_put_back(string? body, string asked, string reason)
    {
        await using var service = new TestService();

        var response = await service.Admin().Post("/api/v1/plugins/dice/rollback", body);

        Assert.Equal("dice", (await response.ReadAsync()).GetProperty("name").GetString());
        Assert.Equal(asked, Assert.Single(service.Platform.Asked));
        Assert.Equal(("plugin.rollback", "plugin:dice", reason), (service.Audit.Only.Action, service.Audit.Only.Target, service.Audit.Only.Reason.ToString()));
    }

    [Fact]
    public async Task A_plugin_is_removed()
    {
        await using var service = new TestService();

        var response = await service.Admin().Delete("/api/v1/plugins/dice");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("remove dice", Assert.Single(service.Platform.Asked));
        Assert.Equal(("plugin.remove", "done"), (service.Audit.Only.Action, service.Audit.Only.Outcome));
    }

    private static HttpRequestMessage Zip(string address, string type = "application/zip") =>
        new(HttpMethod.Post, address) { Content = Content(type) };

    private static ByteArrayContent Content(string type = "application/zip") =>
        new(Encoding.ASCII.GetBytes("zip")) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
