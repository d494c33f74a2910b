using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Archives;

namespace Phira.PluginService.Packaging.Tests.Archive;

/// <summary>Names as the zip programs of Windows, of old systems and of Info-ZIP write them.</summary>
public sealed class EntryNameTests : IDisposable
{
    private const ushort Utf8 = 0x800;
    private static readonly RawEntry Manifest = new("plugin.toml", "name = \"x\"") { Flags = 0 };
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
    private static readonly Encoding Cp437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("说明.txt")]
    [InlineData("素材/図.png")]
    [InlineData("誠\u661E.txt")]
    public void Windows_in_Chinese_writes_GBK(string name) => Assert.Equal(["plugin.toml", name], Files(Bytes(Gbk, name)));

    [Fact]
    public void The_second_byte_of_a_character_is_no_backslash_and_no_letter()
    {
        Assert.Contains((byte)'\\', Gbk.GetBytes("昞"));

        Assert.Equal(["plugin.toml", "昞.txt"], Files(Bytes(Gbk, "昞.txt")));
    }

    [Fact]
    public void The_plugin_may_be_in_a_folder_with_a_GBK_name()
    {
        var tree = Unpack(Bytes(Gbk, "欢迎插件/plugin.toml") with { Content = "name = \"x\""u8.ToArray() }, Bytes(Gbk, "欢迎插件/guest.wasm"));

        Assert.Empty(tree.Problems);
        Assert.Equal(["plugin.toml", "guest.wasm"], tree.Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("café.md")]
    [InlineData("menu à.txt")]
    public void What_is_neither_UTF_8_nor_GBK_is_CP437(string name) => Assert.Equal(["plugin.toml", name], Files(Bytes(Cp437, name)));

    [Fact]
    public void UTF_8_needs_no_flag() => Assert.Equal(["plugin.toml", "説明.txt"], Files(new RawEntry("説明.txt") { Flags = 0 }));

    [Fact]
    public void The_Unicode_path_field_declares_a_name_in_any_code_page()
    {
        var name = ShiftJis.GetBytes("説明.txt");

        Assert.Equal(["plugin.toml", "説明.txt"], Files(new RawEntry(name, []) { Flags = 0, Extra = [.. OtherField, .. UnicodePath(name, "説明.txt")] }));
    }

    [Fact]
    public void The_field_may_be_in_the_directory_only()
    {
        var name = ShiftJis.GetBytes("説明.txt");

        Assert.Equal(["plugin.toml", "説明.txt"], Files(new RawEntry(name, []) { Flags = 0, Extra = UnicodePath(name, "説明.txt"), LocalExtra = [] }));
    }

    [Fact]
    public void A_field_that_was_made_for_another_name_does_not_count() => Assert.Equal(
        ["plugin.toml", "new.txt"],
        Files(new RawEntry("new.txt") { Flags = 0, Extra = UnicodePath("old.txt"u8.ToArray(), "old.txt") }));

    [Theory]
    [InlineData(new byte[] { 0x75 })]
    [InlineData(new byte[] { 0x75, 0x70, 0xFF, 0xFF, 1 })]
    [InlineData(new byte[] { 0x75, 0x70, 1, 0, 1 })]
    [InlineData(new byte[] { 0x75, 0x70, 0, 0 })]
    public void A_damaged_field_does_not_count(byte[] extra) =>
        Assert.Equal(["plugin.toml", "a.txt"], Files(new RawEntry("a.txt") { Flags = 0, Extra = extra }));

    [Fact]
    public void A_name_that_differs_between_the_directory_and_the_header_is_refused()
    {
        var name = "good.txt"u8.ToArray();
        RawEntry entry = new(name, []) { Flags = 0, Extra = UnicodePath(name, "good.txt"), LocalExtra = UnicodePath(name, "evil.txt") };

        Assert.Equal(["good.txt package.damaged_entry"], Problems(entry));
        Assert.Equal(["good.txt package.damaged_entry"], Problems(entry with { Extra = [] }));
        Assert.Equal(["é.txt package.damaged_entry"], Problems(Bytes(Cp437, "é.txt") with { LocalFlags = Utf8 }));
    }

    [Theory]
    [InlineData("../evil.txt", "package.bad_path")]
    [InlineData("/evil.txt", "package.bad_path")]
    [InlineData("C:evil.txt", "package.bad_path")]
    [InlineData("plugin.toml", "package.duplicate_path")]
    public void What_is_declared_is_checked_like_any_name(string declared, string code)
    {
        var name = "harmless.txt"u8.ToArray();

        Assert.Equal([$"{declared} {code}"], Problems(new RawEntry(name, []) { Flags = 0, Extra = UnicodePath(name, declared) }));
    }

    [Fact]
    public void One_name_in_two_code_pages_is_one_file() => Assert.Equal(
        ["说明.txt package.duplicate_path"], Problems(new RawEntry("说明.txt"), Bytes(Gbk, "说明.txt")));

    [Fact]
    public void A_name_that_is_declared_as_UTF_8_and_is_not_is_left_out_or_refused_when_the_host_reads_the_file()
    {
        var tree = Unpack(Manifest, new RawEntry([0xC4, 0xE3], []) { Flags = Utf8 }, new RawEntry([0xC4, .. ".wasm"u8], []) { Flags = Utf8 });

        Assert.Equal(["package.left_out"], tree.LeftOut.Select(problem => problem.Code.Value));
        Assert.Equal(["Ä.wasm package.bad_path"], tree.Problems.Select(problem => $"{problem.Location?.File} {problem.Code}"));
    }

    private static byte[] OtherField => [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0];

    private static byte[] UnicodePath(byte[] name, string declared)
    {
        var text = Encoding.UTF8.GetBytes(declared);
        var field = new byte[9 + text.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(field, 0x7075);
        BinaryPrimitives.WriteUInt16LittleEndian(field.AsSpan(2), (ushort)(5 + text.Length));
        field[4] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(field.AsSpan(5), Crc32.HashToUInt32(name));
        text.CopyTo(field, 9);
        return field;
    }

    private static RawEntry Bytes(Encoding encoding, string name) => new(encoding.GetBytes(name), []) { Flags = 0 };

    private IEnumerable<string> Files(RawEntry entry)
    {
        var tree = Unpack(Manifest, entry);
        Assert.Empty(tree.Problems);
        Assert.Empty(tree.LeftOut);
        Assert.All(tree.Files, file => Assert.True(File.Exists(_directory[$"out/{file.Path}"])));
        return tree.Files.Select(file => file.Path);
    }

    private List<string> Problems(params RawEntry[] entries) =>
        [.. Unpack([Manifest, .. entries]).Problems.Select(problem => $"{problem.Location?.File} {problem.Code}")];

    private PackageTree Unpack(params RawEntry[] entries)
    {
        if (Directory.Exists(_directory["out"]))
        {
            Directory.Delete(_directory["out"], recursive: true);
        }

        File.WriteAllBytes(_directory["package.zip"], RawZip.Of(entries));
        Directory.CreateDirectory(_directory["out"]);
        return PackageUnpacker.Unpack(
            _directory["package.zip"], _directory["out"], new PackageLimits(), TestContext.Current.CancellationToken);
    }
}
