using System.Globalization;
using System.Text.Json.Nodes;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Interfaces.System;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.System;

public sealed class ProgramTests
{
    [Fact]
    public async Task A_granted_program_runs_without_a_shell_and_its_result_comes_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix programs");
        await using var host = await HostAsync("\"cat\", \"printf\"");
        var echo = new Echo(host);

        var copied = await echo.OkAsync("system.run-process", "cat", Array.Empty<string>(), "你好\n");
        var printed = await echo.OkAsync("system.run-process", "printf", new[] { "%s|", "$HOME; ls", "*" }, null);

        Assert.Equal((0, "你好\n", ""), Read(copied));
        Assert.Equal((0, "$HOME; ls|*|", ""), Read(printed));
    }

    [Fact]
    public async Task A_program_sees_a_bare_environment_and_the_directory_of_the_plugin()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix programs");
        await using var host = await HostAsync("\"env\", \"pwd\"");
        var echo = new Echo(host);

        var (_, environment, _) = Read(await echo.OkAsync("system.run-process", "env", Array.Empty<string>(), null));
        var (_, directory, _) = Read(await echo.OkAsync("system.run-process", "pwd", Array.Empty<string>(), null));

        Assert.Equal(
            ["HOME", "LANG", "PATH"],
            environment.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Except(["PWD"]).Order(StringComparer.Ordinal));
        Assert.Equal(host.Files["echo"], directory.TrimEnd('\n'));
    }

    [Fact]
    public async Task A_failing_program_is_a_result()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix programs");
        await using var host = await HostAsync("\"ls\"");

        var (code, output, errors) = Read(
            await new Echo(host).OkAsync("system.run-process", "ls", new[] { "/does/not/exist" }, null));

        Assert.NotEqual(0, code);
        Assert.Equal("", output);
        Assert.Contains("/does/not/exist", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ls")]
    [InlineData("/bin/cat")]
    [InlineData("cat ")]
    [InlineData("../cat")]
    [InlineData("cat; ls")]
    [InlineData("")]
    public async Task A_program_that_the_grant_does_not_name_is_denied(string command)
    {
        await using var host = await HostAsync("\"cat\"");

        var (name, text) = await new Echo(host).ErrorAsync("system.run-process", command, Array.Empty<string>(), null);

        Assert.Equal("permission-denied", name);
        Assert.StartsWith("subprocess: the manifest does not ask for command ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_names_no_program_allows_none()
    {
        await using var host = await new PluginHost(TestPolicies.Commands("cat"))
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\nsubprocess = true\n").StartAsync();

        Assert.Equal("permission-denied", (await new Echo(host).ErrorAsync("system.run-process", "cat", Array.Empty<string>(), null)).Case);
    }

    [Theory]
    [InlineData("no-such-program-anywhere")]
    [InlineData("folder/program")]
    [InlineData("/etc/passwd")]
    public async Task What_is_no_program_is_not_found(string command)
    {
        await using var host = await HostAsync($"\"{command}\"");

        Assert.Equal(("not-found", $"program {command}"), await new Echo(host).ErrorAsync("system.run-process", command, Array.Empty<string>(), null));
    }

    [Fact]
    public async Task A_program_that_does_not_end_is_ended_with_what_it_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix programs");
        await using var host = await HostAsync("\"sh\"", "max_execution_time_ms = 2000\n");
        var echo = new Echo(host);

        // The child tells its number through a file and would otherwise live on.
        var (name, _) = await echo.ErrorAsync("system.run-process", "sh", new[] { "-c", "sleep 600 & echo $! > child; wait" }, null);

        Assert.Equal("unavailable", name);
        var child = int.Parse(
            await File.ReadAllTextAsync(host.Files["echo/child"], TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        using var timeout = new CancellationTokenSource(PluginHost.Patience);
        while (File.Exists($"/proc/{child}/cmdline") && (await File.ReadAllTextAsync($"/proc/{child}/cmdline", timeout.Token)).Length > 0)
        {
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_program_that_writes_too_much_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix programs");
        await using var host = await new PluginHost(
            TestPolicies.Commands("yes"), services: PluginHost.Settings(new ProgramsOptions { ProcessOutputBytes = 1000 }))
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\nsubprocess = { commands = [\"yes\"] }\n")
            .StartAsync();

        Assert.Equal(
            ("quota-exceeded", "process_output_bytes: at most 1000"),
            await new Echo(host).ErrorAsync("system.run-process", "yes", Array.Empty<string>(), null));
        Assert.Equal(1, host.Plugin("echo").Usage.LimitHits);
    }

    [Fact]
    public async Task Facts_about_the_machine_need_their_permission()
    {
        await using var host = await HostAsync("\"cat\"");
        var (name, text) = await new Echo(host).ErrorAsync("system.get-system-info");
        Assert.Equal("permission-denied", name);
        Assert.StartsWith("system_info: ", text, StringComparison.Ordinal);

        await using var open = await new PluginHost(options => options.Security = new SecurityPolicy { AllowSystemInfo = true })
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\nsystem_info = true\n").StartAsync();
        var info = await new Echo(open).OkAsync("system.get-system-info");

        Assert.Equal("1.0.0", info!["abi-version"]!.GetValue<string>());
        Assert.Equal(Environment.ProcessorCount, info["processor-count"]!.GetValue<int>());
        Assert.True(info["total-memory"]!.GetValue<double>() > 1_000_000);
    }

    private static Task<PluginHost> HostAsync(string commands, string limits = "") => new PluginHost(
            TestPolicies.Commands([.. commands.Split(", ").Select(command => command.Trim('"'))]))
        .With(
            "echo",
            RepositoryFiles.Guest("echo"),
            $"[permissions]\nregister_commands = true\nsubprocess = {{ commands = [{commands}] }}\n[limits]\n{limits}")
        .StartAsync();

    private static (int Code, string Output, string Errors) Read(JsonNode? result) =>
        (result!["exit-code"]!.GetValue<int>(), result["stdout"]!.GetValue<string>(), result["stderr"]!.GetValue<string>());
}
