using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

public sealed class FileSizeTests
{
    private const int MaximumLines = 400;

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var tooLong = SourceTree.CSharpFiles()
            .Select(path => (Path: Path.GetRelativePath(SourceTree.Root, path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > MaximumLines);

        Assert.Empty(tooLong);
    }
}
