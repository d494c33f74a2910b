using System.IO.Compression;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Archives;

namespace Phira.PluginService.Packaging.Tests.Archive;

public sealed class PackageUnpackerTests : IDisposable
{
    private static readonly RawEntry Manifest = new("plugin.toml", "name = \"x\"");

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_package_of_the_class_library_is_unpacked_as_it_is()
    {
        var content = new byte[200_000];
        new Random(1).NextBytes(content);
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "plugin.toml", "name = \"x\""u8.ToArray());
            Add(zip, "assets/图标.bin", content);
            zip.CreateEntry("empty/");
        }

        var tree = Unpack(stream.ToArray());

        Assert.Empty(tree.Problems);
        Assert.Equal(["plugin.toml 10", "assets/图标.bin 200000"], tree.Files.Select(file => $"{file.Path} {file.Bytes}"));
        Assert.Equal(content, File.ReadAllBytes(_directory["out/assets/图标.bin"]));
        Assert.True(Directory.Exists(_directory["out/empty"]));
    }

    [Fact]
    public void The_plugin_may_be_in_one_top_folder()
    {
        var tree = Unpack(RawZip.Of(new("welcome/"), new("welcome/plugin.toml"), new("welcome/a/b.txt", "text"), new("welcome/a/")));

        Assert.Empty(tree.Problems);
        Assert.Equal(["plugin.toml", "a/b.txt"], tree.Files.Select(file => file.Path));
        Assert.Equal("text", File.ReadAllText(_directory["out/a/b.txt"]));
    }

    [Fact]
    public void What_macOS_adds_is_left_out()
    {
        var tree = Unpack(RawZip.Of(new("welcome/plugin.toml"), new("welcome/.DS_Store"), new("__MACOSX/welcome/._plugin.toml", "x")));

        Assert.Empty(tree.Problems);
        Assert.Equal(["plugin.toml"], tree.Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("readme.md")]
    [InlineData("a/plugin.toml|b/readme.md")]
    [InlineData("a/b/plugin.toml")]
    [InlineData("a/plugin.toml|readme.md")]
    public void A_package_without_a_manifest_where_it_belongs_is_refused(string paths) => Assert.Equal(
        ["package.no_root"], Codes(Unpack(RawZip.Of([.. paths.Split('|').Select(path => new RawEntry(path))]))));

    [Theory]
    [InlineData("../evil.txt", "it leads out of the folder")]
    [InlineData("a/../../evil.txt", "it leads out of the folder")]
    [InlineData("./a", "it leads out of the folder")]
    [InlineData("..", "it leads out of the folder")]
    [InlineData("/etc/passwd", "it is absolute")]
    [InlineData("//server/share", "it is absolute")]
    [InlineData("C:/evil.txt", "it is absolute")]
    [InlineData("c:evil.txt", "it is absolute")]
    [InlineData("..\\evil.txt", "it contains a backslash")]
    [InlineData("\\\\server\\share", "it contains a backslash")]
    [InlineData("a/.. /.. /evil.txt", "a name in it ends with a dot or a space")]
    [InlineData("../a\0b", "it contains invisible characters")]
    public void A_path_that_leads_out_of_the_folder_somewhere_is_refused_wherever_it_leads(string path, string reason)
    {
        var tree = Unpack(RawZip.Of(Manifest, new(path, "evil")));

        var problem = Assert.Single(tree.Problems);
        Assert.Equal("package.bad_path", problem.Code.Value);
        Assert.Equal(reason, problem.Arguments[1].ToString());
        Assert.Equal(["plugin.toml"], Written());
    }

    [Theory]
    [InlineData("src\\main.rs", "it contains a backslash")]
    [InlineData("a//b", "a name in it is empty")]
    [InlineData("a\0b", "it contains invisible characters")]
    [InlineData("a\nb", "it contains invisible characters")]
    [InlineData("a\u202Eb", "it contains invisible characters")]
    [InlineData("file:stream", "it contains one of the characters < > : \" | ? *")]
    [InlineData("what?", "it contains one of the characters < > : \" | ? *")]
    [InlineData("NUL", "it contains a name that Windows reserves")]
    [InlineData("src/aux.rs", "it contains a name that Windows reserves")]
    [InlineData("Lpt1 .log", "it contains a name that Windows reserves")]
    [InlineData("COM¹", "it contains a name that Windows reserves")]
    [InlineData("a./b", "a name in it ends with a dot or a space")]
    [InlineData("a ", "a name in it ends with a dot or a space")]
    [InlineData("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q", "it is nested too deeply")]
    [InlineData("src/nul.wasm", "it contains a name that Windows reserves")]
    public void A_name_that_not_every_system_can_have_is_left_out_and_told_when_the_host_does_not_read_the_file(string path, string reason)
    {
        var tree = Unpack(RawZip.Of(Manifest, new(path, "text")));

        Assert.Empty(tree.Problems);
        var leftOut = Assert.Single(tree.LeftOut);
        Assert.Equal("package.left_out", leftOut.Code.Value);
        Assert.Equal(reason, leftOut.Arguments[1].ToString());
        Assert.Equal(["plugin.toml"], Written());
    }

    [Theory]
    [InlineData("what?.wasm")]
    [InlineData("aux.json")]
    [InlineData("guest.wasm ")]
    [InlineData("guest\u200B.wasm")]
    public void A_name_that_not_every_system_can_have_is_refused_when_the_host_reads_the_file(string name)
    {
        Assert.Equal(["package.bad_path"], Codes(Unpack(RawZip.Of(Manifest, new(name)))));
    }

    [Fact]
    public void A_package_of_backslashes_is_told_where_its_manifest_is() => Assert.Equal(
        ["x\\plugin.toml package.bad_path", "x\\guest.wasm package.bad_path", " package.no_root"],
        Unpack(RawZip.Of(new("x\\plugin.toml"), new("x\\guest.wasm"), new("x\\src\\main.rs"))).Problems
            .Select(problem => $"{problem.Location?.File} {problem.Code}"));

    [Fact]
    public void A_path_that_is_too_long_is_left_out() =>
        Assert.Equal(["package.left_out"], Unpack(RawZip.Of(Manifest, new(new string('x', 241)))).LeftOut.Select(problem => problem.Code.Value));

    [Fact]
    public void A_control_character_is_shown_in_words()
    {
        var tree = Unpack(RawZip.Of(Manifest, new("a\u001B[2J\u202Eb")));

        Assert.Equal("a\\u{1b}[2J\\u{202e}b", Assert.Single(tree.LeftOut).Location!.File);
    }

    [Theory]
    [InlineData("a.txt", "a.txt")]
    [InlineData("a.txt", "A.TXT")]
    [InlineData("straße/a", "STRAßE/A")]
    [InlineData("PLUGIN.toml", null)]
    [InlineData("a", "a/b")]
    [InlineData("a/b", "a")]
    [InlineData("A/x", "a/y")]
    public void Two_paths_that_are_one_file_somewhere_are_refused(string first, string? second)
    {
        RawEntry[] entries = second is null ? [Manifest, new(first)] : [Manifest, new(first), new(second)];

        Assert.Equal(["package.duplicate_path"], Codes(Unpack(RawZip.Of(entries))));
    }

    [Theory]
    [InlineData(0xA1FF, "a symbolic link")]
    [InlineData(0x1180, "a pipe")]
    [InlineData(0x2180, "a character device")]
    [InlineData(0x6180, "a block device")]
    [InlineData(0xC180, "a socket")]
    [InlineData(0x41ED, "a folder that looks like a file")]
    public void Whatever_is_neither_file_nor_folder_is_refused(int mode, string what)
    {
        var tree = Unpack(RawZip.Of(Manifest, new RawEntry("link", "/etc/passwd").WithMode((uint)mode)));

        Assert.True(Codes(tree) is ["package.special_entry"], what);
        Assert.Equal(["plugin.toml"], Written());
    }

    [Fact]
    public void A_reparse_point_is_refused() => Assert.Equal(
        ["package.special_entry"], Codes(Unpack(RawZip.Of(Manifest, new RawEntry("link") { Attributes = 0x400 }))));

    [Fact]
    public void A_folder_with_content_is_refused() =>
        Assert.Equal(["package.special_entry"], Codes(Unpack(RawZip.Of(Manifest, new("folder/", "content")))));

    [Fact]
    public void An_encrypted_entry_is_refused() => Assert.Equal(
        ["package.encrypted"], Codes(Unpack(RawZip.Of(Manifest, new RawEntry("secret", "x") { Flags = 1 }))));

    [Fact]
    public void An_unknown_compression_is_refused() => Assert.Equal(
        ["package.unknown_compression"], Codes(Unpack(RawZip.Of(Manifest, new RawEntry("x") { Method = 14, Packed = [1] }))));

    [Fact]
    public void All_problems_are_told_together_each_with_its_path()
    {
        var tree = Unpack(RawZip.Of(
            new("../up"), new RawEntry("link").WithMode(0xA1FF), new("README.md"), new("readme.md"), new RawEntry("x", "x") { Crc = 7 }));

        Assert.Equal(
            [
                "../up package.bad_path", "link package.special_entry", "readme.md package.duplicate_path", "x package.damaged_entry",
                " package.no_root",
            ],
            tree.Problems.Select(problem => $"{problem.Location?.File} {problem.Code}"));
        Assert.All(tree.Problems, problem => Assert.NotEqual(
            problem.Message(), problem.Message(Core.Localization.Language.Chinese)));
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }

    private static List<string> Codes(PackageTree tree) => [.. tree.Problems.Select(problem => problem.Code.Value)];

    private IEnumerable<string> Written() => Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_directory["out"], file))
        .Where(file => file != Path.Combine("..", "package.zip"));

    private PackageTree Unpack(byte[] package)
    {
        File.WriteAllBytes(_directory["package.zip"], package);
        Directory.CreateDirectory(_directory["out"]);
        return PackageUnpacker.Unpack(
            _directory["package.zip"], _directory["out"], new PackageLimits(), TestContext.Current.CancellationToken);
    }
}
