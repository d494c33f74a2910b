using System.Text;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Packaging.Tests.Manifest;

public sealed class ManifestFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string ManifestPath => _directory["plugin.toml"];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_manifest_is_read_with_the_schema_beside_it()
    {
        _directory.Write("plugin.toml", ManifestText.Minimal);
        _directory.Write("config.schema.json", """{"type":"object"}""");

        var reading = Read();

        Assert.Null(reading.Failure);
        Assert.Equal("""{"type":"object"}""", reading.Manifest!.ConfigSchema!.Json);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        File.WriteAllText(ManifestPath, ManifestText.Minimal, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal("welcome", Read().Manifest?.Name.Value);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void What_Windows_tools_write_is_read(string encoding)
    {
        File.WriteAllText(ManifestPath, ManifestText.Minimal, Encoding.GetEncoding(encoding));

        Assert.Equal("welcome", Read().Manifest?.Name.Value);
    }

    [Fact]
    public void A_missing_manifest_is_reported() => AssertFails("manifest.missing");

    [Fact]
    public void A_directory_in_place_of_the_manifest_is_reported()
    {
        Directory.CreateDirectory(ManifestPath);

        AssertFails("manifest.missing");
    }

    [Fact]
    public void A_link_to_nowhere_is_reported()
    {
        File.CreateSymbolicLink(ManifestPath, _directory["nowhere"]);

        AssertFails("manifest.missing");
    }

    [Fact]
    public void A_link_to_itself_is_reported()
    {
        File.CreateSymbolicLink(ManifestPath, ManifestPath);

        AssertFails("manifest.unreadable");
    }

    [Fact]
    public void A_device_without_end_is_not_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices are files on Unix only.");
        File.CreateSymbolicLink(ManifestPath, "/dev/zero");

        AssertFails("manifest.invalid");
    }

    [Fact]
    public void An_endless_file_is_refused_by_size()
    {
        using (var file = File.Create(ManifestPath))
        {
            file.SetLength(4L << 30);
        }

        AssertFails("manifest.too_large");
    }

    [Fact]
    public void The_largest_manifest_is_still_read()
    {
        var text = ManifestText.Minimal + "#";
        File.WriteAllText(ManifestPath, text + new string('x', ManifestReader.MaximumBytes - text.Length));
        Assert.Null(Read().Failure);

        File.AppendAllText(ManifestPath, "x");
        AssertFails("manifest.too_large");
    }

    [Fact]
    public void Bytes_that_are_not_text_are_refused()
    {
        File.WriteAllBytes(ManifestPath, [0x6E, 0xFF, 0xFE, 0x00]);

        AssertFails("manifest.not_utf8");
    }

    [Fact]
    public void A_schema_that_is_not_text_is_reported_by_its_own_name()
    {
        _directory.Write("plugin.toml", ManifestText.Minimal);
        File.WriteAllBytes(_directory["config.schema.json"], [0xFF]);

        AssertFails("manifest.not_utf8");
        Assert.Equal(_directory["config.schema.json"], Read().Failure!.Location!.File);
    }

    private ManifestReading Read() => ManifestReader.Read(ManifestPath, ManifestText.Host);

    private void AssertFails(string code)
    {
        var reading = Read();

        Assert.Null(reading.Manifest);
        Assert.Equal(code, reading.Failure?.Code.Value);
        Assert.NotNull(reading.Failure!.Location);
    }
}
