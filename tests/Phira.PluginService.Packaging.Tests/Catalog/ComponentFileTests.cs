using System.Text;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Packaging.Tests.Catalog;

public sealed class ComponentFileTests : IDisposable
{
    private static readonly byte[] Sound =
    [
        .. Folder.EmptyComponent,
        0x00, 0x03, 0x01, (byte)'a', 0x2A,
        0x00, 0x81, 0x00, 0x00,
    ];

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_component_is_read_with_its_hash()
    {
        var path = Write(Sound);

        var image = ComponentFile.Read(path).Value!;

        Assert.Equal(Sound, image.Bytes.ToArray());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Sound)), image.Sha256);
        Assert.Equal(path, image.Path);
        Assert.True(ComponentFile.Check(path).IsSuccess);
    }

    [Theory]
    [InlineData("", "component.truncated")]
    [InlineData("00", "component.truncated")]
    [InlineData("0061736D", "component.truncated")]
    [InlineData("0061736D0D0001", "component.truncated")]
    [InlineData("0061736D01000000", "component.core_module")]
    [InlineData("0061736D0C000100", "component.unknown_encoding")]
    [InlineData("0061736D0D00010000", "component.truncated")]
    [InlineData("0061736D0D0001000005AABB", "component.truncated")]
    [InlineData("0061736D0D00010000FFFFFFFFFF7F", "component.truncated")]
    [InlineData("7F454C4602010100", "component.not_webassembly")]
    [InlineData("504B0304", "component.not_webassembly")]
    [InlineData("EFBBBF28636F6D706F6E656E7429", "component.text_format")]
    public void Other_bytes_are_refused(string bytes, string code) => AssertRefused(Convert.FromHexString(bytes), code);

    [Theory]
    [InlineData("(component)")]
    [InlineData("(module)")]
    [InlineData("\n  ;; a comment (with brackets)\n\n  (component\n")]
    public void WebAssembly_text_is_recognised(string text) => AssertRefused(Encoding.UTF8.GetBytes(text), "component.text_format");

    [Fact]
    public void A_component_cut_off_anywhere_is_refused_unless_a_section_ends_there()
    {
        int[] ends = [8, 13, Sound.Length];
        for (var length = 0; length <= Sound.Length; length++)
        {
            Assert.Equal(ends.Contains(length), ComponentFile.Read(Write(Sound[..length])).IsSuccess);
        }
    }

    [Fact]
    public void A_huge_file_is_refused_unread()
    {
        var path = _directory["huge.wasm"];
        using (var file = File.Create(path))
        {
            file.SetLength(ComponentFile.MaximumBytes + 1L);
        }

        Assert.Equal("component.too_large", ComponentFile.Read(path).Error?.Code.Value);
        Assert.Equal(["67108865", "67108864"], ComponentFile.Check(path).Error!.Arguments);
    }

    [Fact]
    public void A_device_without_end_is_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices are files on Unix only.");
        var path = _directory["zero.wasm"];
        File.CreateSymbolicLink(path, "/dev/zero");

        Assert.Equal("component.truncated", ComponentFile.Read(path).Error?.Code.Value);
    }

    [Fact]
    public void A_directory_is_no_component()
    {
        Directory.CreateDirectory(_directory["x.wasm"]);

        Assert.Equal("component.missing", ComponentFile.Read(_directory["x.wasm"]).Error?.Code.Value);
    }

    [Fact]
    public void The_remedy_for_a_core_module_names_every_way_out()
    {
        var error = ComponentFile.Read(Write([0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00])).Error!;

        Assert.Contains("wasm32-wasip2", error.Remedy(), StringComparison.Ordinal);
        Assert.Contains("wasm-tools component new", error.Remedy(), StringComparison.Ordinal);

        const string Kit = "src/Phira.PluginService.Sdk/guests/tools/component.mjs";
        Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, Kit)));
        Assert.All(
            (Language[])[Language.English, Language.Chinese],
            language => Assert.Contains($"node {Kit} build", error.Remedy(language), StringComparison.Ordinal));
    }

    private void AssertRefused(byte[] bytes, string code)
    {
        var path = Write(bytes);

        Assert.Equal(code, ComponentFile.Read(path).Error?.Code.Value);
        Assert.Equal(code, ComponentFile.Check(path).Error?.Code.Value);
    }

    private string Write(byte[] bytes)
    {
        var path = _directory["plugin.wasm"];
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
