using System.Collections.Immutable;
using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class GalleryEndpointsTests
{
    private static readonly GalleryPlugin Dice = new()
    {
        Name = PluginName.Parse("dice"),
        Version = "1.1.0",
        InstalledVersion = "1.0.0",
        IsInstalled = true,
        Description = new TranslatedText([KeyValuePair.Create("zh-CN", "掷骰子"), KeyValuePair.Create("en", "Rolls dice")]),
        Author = "somebody",
        Category = "game",
        Tags = ["chat"],
        Language = "AssemblyScript",
        Permissions = ImmutableSortedDictionary<string, string>.Empty.Add("kick_users", """{"per_minute":5}"""),
        Bytes = 1234,
    };

    [Theory]
    [InlineData("zh-CN", "掷骰子")]
    [InlineData("en", "Rolls dice")]
    public async Task Its_plugins_are_listed_in_the_readers_language(string language, string description)
    {
        await using var service = new TestService();
        service.Platform.Gallery = [Dice];

        var listed = Assert.Single((await (await service.Admin(language).Get("/api/v1/gallery")).ReadAsync()).EnumerateArray());

        Assert.Equal(description, listed.GetProperty("description").GetString());
        Assert.Equal("AssemblyScript", listed.GetProperty("language").GetString());
        Assert.Equal(("1.1.0", "1.0.0"), (listed.GetProperty("version").GetString(), listed.GetProperty("installedVersion").GetString()));
        Assert.True(listed.GetProperty("installed").GetBoolean());
        Assert.Equal("""{"kick_users":{"per_minute":5}}""", listed.GetProperty("permissions").GetRawText());
        Assert.Empty(listed.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task An_installation_is_written_down_with_what_was_installed()
    {
        await using var service = new TestService();
        service.Platform.Report = new PackageReport { Name = "dice", Version = "1.1.0", Sha256 = "abc", PackageBytes = 3 };

        var response = await service.Admin().Post("/api/v1/gallery/dice/install");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["install dice of the gallery"], service.Platform.Asked);
        var written = service.Audit.Only;
        Assert.Equal(
            ("plugin.install", "plugin:dice", "1.1.0 abc", "done"), (written.Action, written.Target, written.Reason.ToString(), written.Outcome));
    }

    [Fact]
    public async Task A_refused_plugin_is_answered_with_every_problem_and_written_down()
    {
        await using var service = new TestService();
        service.Platform.Refusal = new Error(PackageErrors.Refused, "1") { Causes = [new Error(PackageErrors.NotAnArchive, "cut off")] };

        await (await service.Admin().Post("/api/v1/gallery/dice/install"))
            .ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "package.refused");

        Assert.Equal(("plugin:dice", "package.refused"), (service.Audit.Only.Target, service.Audit.Only.Outcome));
    }
}
