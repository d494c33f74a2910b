using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Tests.Manifest;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Packaging.Tests.Catalog;

public sealed class PluginCatalogTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Each_folder_is_a_plugin()
    {
        _directory.Plugin("welcome");
        _directory.Plugin("some-folder", name: "dice");

        var scan = _directory.Scan();

        Assert.Equal(["dice some-folder ok", "welcome welcome ok"], scan.Lines());
        Assert.Null(scan.Problem);
        var dice = scan.Entries[0];
        Assert.Equal("dice", dice.Manifest!.Name.Value);
        Assert.Equal(Path.Combine(_directory.Path, "some-folder", "plugin.wasm"), dice.ComponentPath);
    }

    [Fact]
    public void Plain_files_and_names_with_a_mark_are_not_looked_at()
    {
        _directory.Plugin("_disabled");
        _directory.Plugin(".git");
        _directory.Write("notes.txt", "");
        File.CreateSymbolicLink(_directory["link.txt"], _directory["notes.txt"]);

        Assert.Empty(_directory.Scan().Entries);
    }

    [Fact]
    public void The_gallery_is_no_plugin_and_its_plugins_are_not_installed()
    {
        _directory.Plugin("welcome");
        _directory.Plugin("gallery/dice");

        Assert.Equal(["welcome welcome ok"], ScanWith(gallery: _directory["gallery"]).Lines());
        Assert.Equal(["welcome welcome ok"], ScanWith(gallery: _directory["gallery/"]).Lines());
        Assert.Equal(["gallery gallery manifest.missing", "welcome welcome ok"], ScanWith(gallery: _directory["elsewhere"]).Lines());
    }

    [Fact]
    public void A_plugin_that_has_the_name_of_the_gallery_is_a_plugin()
    {
        _directory.Plugin("gallery");

        Assert.Equal(["gallery gallery ok"], ScanWith(gallery: _directory["gallery"]).Lines());
    }

    [Fact]
    public void A_missing_directory_is_a_problem_of_the_scan()
    {
        var scan = new PluginCatalog(_directory["none"], ManifestText.Host).Scan(TestContext.Current.CancellationToken);

        Assert.Empty(scan.Entries);
        Assert.Equal("plugin.directory_missing", scan.Problem?.Code.Value);
    }

    [Fact]
    public void A_file_in_place_of_the_directory_is_a_problem_of_the_scan()
    {
        var file = _directory.Write("file", "");

        Assert.NotNull(new PluginCatalog(file, ManifestText.Host).Scan(TestContext.Current.CancellationToken).Problem);
    }

    [Fact]
    public void One_broken_folder_does_not_hide_the_others()
    {
        _directory.Plugin("good");
        _directory.Write("empty/readme.md", "");
        _directory.Write("broken/plugin.toml", "name = ");
        _directory.Plugin("no-component");
        File.Delete(_directory["no-component/plugin.wasm"]);
        _directory.Plugin("two-components");
        File.WriteAllBytes(_directory["two-components/another.wasm"], Folder.EmptyComponent);
        _directory.Plugin("core");
        File.WriteAllBytes(_directory["core/plugin.wasm"], [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00]);
        File.CreateSymbolicLink(_directory["dangling"], _directory["nowhere"]);
        File.CreateSymbolicLink(_directory["circle"], _directory["circle"]);

        Assert.Equal(
            [
                "broken broken manifest.syntax",
                "circle circle plugin.folder_unreadable",
                "core core component.core_module",
                "dangling dangling plugin.folder_unreadable",
                "empty empty manifest.missing",
                "good good ok",
                "no-component no-component component.missing",
                "two-components two-components component.ambiguous",
            ],
            _directory.Scan().Lines());
    }

    [Fact]
    public void Every_failure_names_a_place_and_a_remedy()
    {
        One_broken_folder_does_not_hide_the_others();

        Assert.All(_directory.Scan().Entries.Where(entry => entry.Failure is not null), entry =>
        {
            Assert.StartsWith(entry.Folder, entry.Failure!.Location!.File, StringComparison.Ordinal);
            Assert.NotEmpty(entry.Failure.Remedy());
        });
    }

    [Fact]
    public void A_link_to_a_folder_is_a_plugin()
    {
        using var elsewhere = new TemporaryDirectory();
        elsewhere.Plugin("welcome");
        Directory.CreateSymbolicLink(_directory["linked"], elsewhere["welcome"]);

        Assert.Equal(["welcome linked ok"], _directory.Scan().Lines());
    }

    [Fact]
    public void Several_components_are_no_riddle_when_the_manifest_names_one()
    {
        _directory.Plugin("welcome");
        File.WriteAllBytes(_directory["welcome/other.wasm"], Folder.EmptyComponent);
        File.AppendAllText(_directory["welcome/plugin.toml"], "wasm = \"other.wasm\"\n");

        Assert.Equal(_directory["welcome/other.wasm"], Assert.Single(_directory.Scan().Entries).ComponentPath);
    }

    [Fact]
    public void A_component_named_by_the_manifest_must_be_there()
    {
        _directory.Plugin("welcome");
        File.AppendAllText(_directory["welcome/plugin.toml"], "wasm = \"other.wasm\"\n");

        Assert.Equal(["welcome welcome component.missing"], _directory.Scan().Lines());
    }

    [Fact]
    public void A_manifest_with_problems_is_listed_by_its_name_if_that_can_be_read()
    {
        _directory.Write("folder/plugin.toml", "name = \"welcome\"\nversion = \"1\"\nabi_version = \"1.0.0\"\n");

        Assert.Equal(["welcome folder manifest.bad_version"], _directory.Scan().Lines());
    }

    [Fact]
    public void Any_folder_name_can_be_listed()
    {
        _directory.Write("My Plugin!/x", "");
        _directory.Write("问候/x", "");
        _directory.Write("-/x", "");
        _directory.Write($"{new string('x', 100)}/x", "");

        Assert.Equal(["my-plugin", "plugin", "plugin-2", new string('x', 64)], _directory.Scan().Entries.Select(entry => entry.Name.Value));
    }

    [Fact]
    public void Of_several_folders_with_one_name_the_first_is_loaded_and_the_others_name_both()
    {
        _directory.Plugin("a-copy", name: "welcome");
        _directory.Plugin("b-copy", name: "welcome");

        var scan = _directory.Scan();

        Assert.Equal(["b-copy b-copy plugin.duplicate_name", "welcome a-copy ok"], scan.Lines());
        var failure = scan.Entries[0].Failure!;
        Assert.Equal(["welcome", _directory["a-copy"], _directory["b-copy"]], failure.Arguments);
        Assert.Equal($"{_directory["b-copy/plugin.toml"]}:1:8", $"{failure.Location}");
        Assert.Null(scan.Entries[0].Manifest);
    }

    [Fact]
    public void The_folder_of_that_very_name_keeps_it()
    {
        _directory.Plugin("backup-of-welcome", name: "welcome");
        _directory.Plugin("welcome");

        Assert.Equal(
            ["backup-of-welcome backup-of-welcome plugin.duplicate_name", "welcome welcome ok"], _directory.Scan().Lines());
    }

    [Fact]
    public void A_faultless_manifest_keeps_the_name_before_a_broken_one()
    {
        _directory.Write("welcome/plugin.toml", "name = \"welcome\"\nversion = \"1\"\nabi_version = \"1.0.0\"\n");
        _directory.Plugin("other", name: "welcome");

        Assert.Equal(["welcome other ok", "welcome-2 welcome manifest.bad_version"], _directory.Scan().Lines());
    }

    [Fact]
    public void A_folder_without_manifest_never_takes_the_name_of_a_plugin()
    {
        _directory.Write("welcome/readme.md", "");
        _directory.Plugin("z", name: "welcome");

        Assert.Equal(["welcome z ok", "welcome-2 welcome manifest.missing"], _directory.Scan().Lines());
    }

    private CatalogScan ScanWith(string gallery) =>
        new PluginCatalog(_directory.Path, ManifestText.Host, gallery: gallery).Scan(TestContext.Current.CancellationToken);
}
