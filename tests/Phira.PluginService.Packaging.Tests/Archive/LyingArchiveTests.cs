using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Archives;

namespace Phira.PluginService.Packaging.Tests.Archive;

public sealed class LyingArchiveTests : IDisposable
{
    private const int Mebibyte = 1 << 20;
    private static readonly RawEntry Manifest = new("plugin.toml", "name = \"x\"");

    private static readonly PackageLimits Small = new()
    {
        Entries = 10,
        FileBytes = 4 * Mebibyte,
        TotalBytes = 6 * Mebibyte,
    };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_that_unpacks_to_hundreds_of_times_its_size_is_refused()
    {
        var tree = Unpack(RawZip.Of(Manifest, new("zeros", new byte[3 * Mebibyte])));

        Assert.Equal(["zeros package.ratio_too_high"], Lines(tree));
        Assert.Equal(["plugin.toml"], Written());
    }

    [Fact]
    public void A_small_file_of_zeros_is_no_bomb() =>
        Assert.Empty(Unpack(RawZip.Of(Manifest, new("zeros", new byte[Mebibyte]))).Problems);

    [Fact]
    public void A_bomb_inside_a_package_inside_the_package_is_only_a_file()
    {
        var inner = RawZip.Of(new RawEntry("zeros", new byte[3 * Mebibyte]));

        var tree = Unpack(RawZip.Of(Manifest, new("inner.zip", inner)));

        Assert.Empty(tree.Problems);
        Assert.Equal(inner.Length, tree.Files[1].Bytes);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_not_even_begun() => Assert.Equal(
        ["big package.file_too_large"], Lines(Unpack(RawZip.Of(Manifest, new("big", Noise(4 * Mebibyte + 1))))));

    [Fact]
    public void All_files_together_have_a_limit()
    {
        var tree = Unpack(RawZip.Of(Manifest, new("a", Noise(3 * Mebibyte)), new("b", Noise(3 * Mebibyte)), new("c", Noise(10))));

        Assert.Equal(["b package.unpacks_too_large"], Lines(tree));
        Assert.Equal(["plugin.toml", "a"], Written());
    }

    [Fact]
    public void More_bytes_than_claimed_are_not_unpacked()
    {
        var tree = Unpack(RawZip.Of(Manifest, new RawEntry("liar", Noise(5 * Mebibyte)) { Claimed = 10 }));

        Assert.Equal(["liar package.damaged_entry it does not hold as many bytes as it says"], Lines(tree));
        Assert.Equal(["plugin.toml"], Written());
    }

    [Fact]
    public void Bytes_that_many_liars_unpack_to_count_before_they_are_found_out()
    {
        var liar = new RawEntry("liar", Noise(3 * Mebibyte)) { Claimed = 4 * Mebibyte };

        var tree = Unpack(RawZip.Of(Manifest, liar with { Name = "a"u8.ToArray() }, liar with { Name = "b"u8.ToArray() }));

        Assert.Equal(
            ["a package.damaged_entry it does not hold as many bytes as it says", "b package.unpacks_too_large"], Lines(tree));
    }

    [Fact]
    public void Fewer_bytes_than_claimed_are_refused() => Assert.Equal(
        ["liar package.damaged_entry it does not hold as many bytes as it says"],
        Lines(Unpack(RawZip.Of(Manifest, new RawEntry("liar", "abc") { Claimed = 4 }))));

    [Fact]
    public void A_wrong_checksum_is_refused() => Assert.Equal(
        ["x package.damaged_entry its checksum does not hold"], Lines(Unpack(RawZip.Of(Manifest, new RawEntry("x", "abc") { Crc = 1 }))));

    [Fact]
    public void Bytes_that_cannot_be_unpacked_are_refused() => Assert.Equal(
        ["x package.damaged_entry it cannot be unpacked"],
        Lines(Unpack(RawZip.Of(Manifest, new RawEntry("x", "abc") { Packed = [0xFF, 0xFF, 0xFF, 0xFF] }))));

    [Fact]
    public void Entries_that_share_their_bytes_are_refused()
    {
        var shared = new RawEntry("shared", Noise(1000));

        var tree = Unpack(RawZip.Of(Manifest, shared, shared with { PlaceOf = 1 }));

        Assert.Equal(
            ["shared package.damaged_entry it overlaps another entry", "shared package.damaged_entry it overlaps another entry"],
            Lines(tree));
    }

    [Fact]
    public void An_entry_inside_another_one_is_refused()
    {
        // The content of the outer entry, stored as it is, is itself the header and content of the inner one.
        var inner = RawZip.Of(new RawEntry("inner", "x") { Method = 0 });
        var header = inner[..(30 + 5 + 1)];
        var package = RawZip.Of(Manifest, new("outer", header) { Method = 0 }, new RawEntry("inner", "x") { Method = 0, PlaceOf = 1 });
        var central = package.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(package.AsSpan(central + 42), (uint)(package.AsSpan().IndexOf(header)));

        Assert.Equal(
            ["outer package.damaged_entry it overlaps another entry", "inner package.damaged_entry it overlaps another entry"],
            Lines(Unpack(package)));
    }

    [Fact]
    public void An_entry_that_is_called_one_thing_here_and_another_there_is_refused() => Assert.Equal(
        ["good.txt package.damaged_entry its own header and the directory do not agree"],
        Lines(Unpack(RawZip.Of(Manifest, new RawEntry("good.txt") { LocalName = "evil.txt"u8.ToArray() }))));

    [Fact]
    public void Too_many_entries_are_refused() => Assert.Equal(
        [" package.too_many_entries 11 10"], Lines(Unpack(RawZip.Of([.. Enumerable.Range(0, 11).Select(i => new RawEntry($"{i}"))]))));

    [Theory]
    [InlineData("")]
    [InlineData("not a zip")]
    [InlineData("7z\u00BC\u00AF\u0027\u001C")]
    public void What_is_no_archive_is_refused(string content) =>
        Assert.Equal(["package.not_an_archive"], Codes(Unpack(System.Text.Encoding.Latin1.GetBytes(content))));

    [Fact]
    public void An_archive_cut_off_anywhere_is_refused()
    {
        var whole = RawZip.Of(Manifest, new("a/b", "content"));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Equal(["package.not_an_archive"], Codes(Unpack(whole[..length])));
        }
    }

    [Fact]
    public void Bytes_before_between_or_behind_the_parts_of_an_archive_are_refused()
    {
        var whole = RawZip.Of(Manifest);

        Assert.Equal(["package.not_an_archive"], Codes(Unpack([1, 2, 3, .. whole])));
        Assert.Equal(["package.not_an_archive"], Codes(Unpack([.. whole[..^22], 1, .. whole[^22..]])));
        Assert.Equal(["package.not_an_archive"], Codes(Unpack([.. whole, 1])));
    }

    [Fact]
    public void Whatever_single_byte_is_changed_nothing_leaves_the_folder_and_nothing_is_thrown()
    {
        var whole = RawZip.Of(Manifest, new("folder/file.txt", "some content, some content, some content"));
        var random = new Random(7);
        for (var i = 0; i < whole.Length * 4; i++)
        {
            var changed = whole.ToArray();
            changed[i / 4] = (byte)random.Next(256);

            Unpack(changed);

            Assert.DoesNotContain(Written(), file => file.StartsWith("..", StringComparison.Ordinal));
        }
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static IEnumerable<string> Codes(PackageTree tree) => tree.Problems.Select(problem => problem.Code.Value);

    private static IEnumerable<string> Lines(PackageTree tree) => tree.Problems.Select(problem =>
    {
        var details = problem.Code.Value is "package.damaged_entry" ? $" {problem.Arguments[1]}"
            : problem.Code.Value is "package.too_many_entries" ? " " + string.Join(' ', problem.Arguments)
            : "";
        return $"{problem.Location?.File} {problem.Code}{details}";
    });

    private IEnumerable<string> Written() => Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_directory["out"], file))
        .Where(file => file != Path.Combine("..", "package.zip"))
        .OrderDescending(StringComparer.Ordinal);

    private PackageTree Unpack(byte[] package)
    {
        if (Directory.Exists(_directory["out"]))
        {
            Directory.Delete(_directory["out"], recursive: true);
        }

        File.WriteAllBytes(_directory["package.zip"], package);
        Directory.CreateDirectory(_directory["out"]);
        return PackageUnpacker.Unpack(_directory["package.zip"], _directory["out"], Small, TestContext.Current.CancellationToken);
    }
}
