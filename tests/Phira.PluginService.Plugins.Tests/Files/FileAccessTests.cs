using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Files;

public sealed class FileAccessTests
{
    [Fact]
    public async Task Without_the_permission_there_is_no_directory()
    {
        await using var host = await FilesHost.StartAsync("");

        Assert.Equal("", await host.FilesAsync("directories"));
        Assert.Equal("no directory", await host.FilesAsync("read file"));
    }

    [Fact]
    public async Task A_grant_without_write_opens_the_directory_of_the_plugin_to_read()
    {
        await using var host = await FilesHost.StartAsync("filesystem = true\n", prepare: host => host.Files.Write("files/note", "hello"));

        Assert.Equal(".", await host.FilesAsync("directories"));
        Assert.Equal("hello", await host.FilesAsync("read note"));
        foreach (var words in (string[])["write note x", "write new x", "unlink note", "mkdir new", "rename note new", "symlink note new", "link note new"])
        {
            Assert.StartsWith("error ", await host.FilesAsync(words), StringComparison.Ordinal);
        }

        Assert.Equal("hello", await ReadAsync(host.Files["files/note"]));
        Assert.Equal(["note"], Directory.GetFileSystemEntries(host.Files["files"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task With_write_everything_below_can_be_changed()
    {
        await using var host = await FilesHost.StartAsync("filesystem = { paths = [\"saves\"], write = true }\n");

        Assert.Equal("saves", await host.FilesAsync("directories"));
        Assert.Equal("done", await host.FilesAsync("mkdir folder"));
        Assert.Equal("done", await host.FilesAsync("write folder/é 你好"));
        Assert.Equal("你好", await host.FilesAsync("read folder/é"));
        Assert.Equal("done", await host.FilesAsync("rename folder/é folder/b"));
        Assert.Equal("done", await host.FilesAsync("link folder/b folder/c"));
        Assert.Equal("done", await host.FilesAsync("symlink b folder/d"));
        Assert.Equal("b", await host.FilesAsync("readlink folder/d"));
        Assert.Equal("你好", await host.FilesAsync("read folder/d"));
        Assert.Equal("b c d", await host.FilesAsync("list folder"));
        Assert.Equal("done", await host.FilesAsync("unlink folder/b"));
        Assert.Equal("error 20", await host.FilesAsync("stat folder/b"));
        Assert.Equal("error 25", await host.FilesAsync("rmdir folder"));
        Assert.Equal("你好", await ReadAsync(host.Files["files/saves/folder/c"]));
    }

    [Fact]
    public async Task No_function_leads_out_of_the_directory()
    {
        await using var host = await FilesHost.StartAsync(
            "filesystem = { paths = [\"inner\"], write = true }\n",
            prepare: host =>
            {
                host.Files.Write("files/secret", "secret");
                host.Files.Write("files/inner/own", "own");
                File.CreateSymbolicLink(host.Files["files/inner/out"], host.Files["files"]);
                File.CreateSymbolicLink(host.Files["files/inner/passwd"], "/etc/passwd");
                File.CreateSymbolicLink(host.Files["files/inner/up"], "../secret");
            });
        var secret = host.Files["files/secret"];

        foreach (var path in (string[])["../secret", "./../secret", "a/../../secret",
            "inner/../../secret", secret, "/etc/passwd", "out/secret", "passwd", "up", "//etc/passwd"])
        {
            foreach (var words in (string[])[$"read {path}", $"write {path} x", $"stat {path}",
                $"open {path} 1", $"link {path} taken", $"rename {path} taken2"])
            {
                var answer = await host.FilesAsync(words);
                var movesOnlyTheLink = path is "passwd" or "up"
                    && (words.StartsWith("rename", StringComparison.Ordinal) || words.StartsWith("link", StringComparison.Ordinal));
                Assert.True(answer.Contains("error ", StringComparison.Ordinal) || movesOnlyTheLink, $"{words}: {answer}");
            }
        }

        foreach (var words in (string[])
        [
            "mkdir ../new", "rename own ../stolen", "link own ../stolen", "unlink ../secret", "rmdir ..", "list ..", "list out", "list /",
            "symlink /etc/passwd absolute", "unlink out/secret", "mkdir out/new", "rename own out/stolen", "readlink ../secret",
        ])
        {
            Assert.StartsWith("error ", await host.FilesAsync(words), StringComparison.Ordinal);
        }

        // A link may be made that points outside, but nothing follows it.
        await host.FilesAsync("symlink ../secret mine");
        Assert.StartsWith("error ", await host.FilesAsync("read mine"), StringComparison.Ordinal);
        Assert.Equal("secret", await ReadAsync(secret));
        Assert.Equal(["inner", "secret"], Directory.GetFileSystemEntries(host.Files["files"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_directory_elsewhere_is_opened_under_its_own_name()
    {
        using var elsewhere = new TemporaryDirectory();
        elsewhere.Write("note", "hello");

        await using var host = await FilesHost.StartAsync(
            $"filesystem = {{ paths = [\"{elsewhere.Path}\"] }}\n", policy: TestPolicies.Files(elsewhere.Path));

        Assert.Equal(elsewhere.Path, await host.FilesAsync("directories"));
        Assert.Equal("hello", await host.FilesAsync("read note"));
    }

    [Theory]
    [InlineData("link", "is a link")]
    [InlineData("link/below", "is a link")]
    [InlineData("/does/not/exist", "there is no such directory")]
    public async Task What_is_not_plainly_a_directory_is_not_opened(string path, string reason)
    {
        using var elsewhere = new TemporaryDirectory();
        await using var host = await FilesHost.StartAsync(
            $"filesystem = {{ paths = [\"{path}\"] }}\n",
            prepare: host =>
            {
                Directory.CreateDirectory(host.Files["files"]);
                Directory.CreateDirectory(elsewhere["below"]);
                Directory.CreateSymbolicLink(host.Files["files/link"], elsewhere.Path);
            },
            policy: TestPolicies.Files(".", "/does"));

        Assert.Equal("", await host.FilesAsync("directories"));
        Assert.Contains(
            host.PluginLog.Read(PluginName.Parse("files"), 100),
            line => line.Message.StartsWith($"the directory {path} is not opened to the plugin: ", StringComparison.Ordinal)
                && line.Message.EndsWith(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_variables_of_the_grant_are_there()
    {
        Environment.SetEnvironmentVariable("PHIRA_TEST_SHOWN", "shown");
        Environment.SetEnvironmentVariable("PHIRA_TEST_HIDDEN", "hidden");

        var policy = TestPolicies.Variables("PHIRA_TEST_SHOWN", "PHIRA_TEST_MISSING");
        await using var host = await FilesHost.StartAsync(
            "environment = { variables = [\"PHIRA_TEST_SHOWN\", \"PHIRA_TEST_MISSING\"] }\n", policy: policy);
        await using var without = await FilesHost.StartAsync("", policy: policy);

        Assert.Equal("PHIRA_TEST_SHOWN=shown", await host.FilesAsync("environment"));
        Assert.Equal("", await without.FilesAsync("environment"));
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
