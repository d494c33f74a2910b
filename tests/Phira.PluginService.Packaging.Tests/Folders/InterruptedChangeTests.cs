using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Packaging.Tests.Folders;

/// <summary>The state at the next start after the process was killed between any two steps of a change.</summary>
public sealed class InterruptedChangeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private string Present => Directory.Exists(_directory["idle"]) ? File.ReadAllText(_directory["idle/version"]) : "none";

    [Fact]
    public void Before_anything_was_moved_the_former_version_is_there()
    {
        Previous();
        Begin();

        AssertAfterStart("previous");
    }

    [Fact]
    public void A_note_that_was_not_written_to_its_end_means_that_nothing_was_moved()
    {
        Previous();
        Begin();
        File.WriteAllText(Path.Combine(Place(), "change.json"), "{\"Folder\":\"id");

        AssertAfterStart("previous");
    }

    [Fact]
    public void After_the_exchange_the_former_version_comes_back()
    {
        Previous();
        Begin().Apply("idle");
        Directory.Move(Path.Combine(Place(), "old"), Path.Combine(Place(), "new"));

        AssertAfterStart("previous");
    }

    [Fact]
    public void Where_there_is_no_exchange_the_former_version_comes_back_when_it_was_only_moved_aside()
    {
        Previous();
        Begin().Apply("idle");
        Directory.Move(_directory["idle"], Path.Combine(Place(), "new"));

        AssertAfterStart("previous");
    }

    [Fact]
    public void Before_the_commit_the_former_version_comes_back()
    {
        Previous();
        Begin().Apply("idle");
        Assert.Equal("next", Present);

        AssertAfterStart("previous");
    }

    [Fact]
    public void When_undoing_was_itself_interrupted_the_former_version_comes_back()
    {
        Previous();
        Begin().Apply("idle");
        Directory.Move(_directory["idle"], Path.Combine(Place(), "refused"));

        AssertAfterStart("previous");
    }

    [Fact]
    public void After_the_commit_the_next_version_stays()
    {
        Previous();
        var change = Begin();
        change.Apply("idle");
        change.Commit();

        AssertAfterStart("next");
    }

    [Fact]
    public void A_plugin_that_was_being_removed_comes_back_before_the_commit_and_not_after()
    {
        Previous();
        var change = FolderChange.Begin(_directory.Path);
        change.TakeAway("idle");
        Assert.Equal("none", Present);
        FolderChange.Recover(_directory.Path);
        Assert.Equal("previous", Present);

        change = FolderChange.Begin(_directory.Path);
        change.TakeAway("idle");
        change.Commit();

        AssertAfterStart("none");
    }

    [Fact]
    public void A_change_that_is_undone_leaves_no_trace()
    {
        Previous();
        using (var change = Begin())
        {
            change.Apply("idle");
            change.Undo();
        }

        Assert.Equal("previous", Present);
        Assert.Empty(Directory.GetFileSystemEntries(_directory[".staging"]));
    }

    [Fact]
    public void A_link_in_place_of_the_folder_is_exchanged_and_not_followed()
    {
        using var elsewhere = new TemporaryDirectory();
        elsewhere.Write("version", "previous");
        Directory.CreateSymbolicLink(_directory["idle"], elsewhere.Path);
        using (var change = Begin())
        {
            change.Apply("idle");
            change.Commit();
        }

        Assert.Equal("next", Present);
        Assert.Null(new DirectoryInfo(_directory["idle"]).LinkTarget);
        Assert.Equal("previous", File.ReadAllText(elsewhere["version"]));
    }

    private void Previous() => _directory.Write("idle/version", "previous");

    private FolderChange Begin()
    {
        var change = FolderChange.Begin(_directory.Path);
        Directory.CreateDirectory(change.New);
        File.WriteAllText(Path.Combine(change.New, "version"), "next");
        return change;
    }

    private string Place() => Assert.Single(Directory.GetDirectories(_directory[".staging"]));

    private void AssertAfterStart(string version)
    {
        // The start after the next one must find nothing more to do, either.
        for (var i = 0; i < 2; i++)
        {
            FolderChange.Recover(_directory.Path);

            Assert.Equal(version, Present);
            Assert.Empty(Directory.GetFileSystemEntries(_directory[".staging"]));
        }
    }
}
