using System.IO.Compression;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Packages;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>A plugins directory with everything that can be wrong with a plugin in it, and some that are right.</summary>
public sealed class BadPluginsHost : IAsyncLifetime
{
    private const string WrongTypes = """
        (component
          (core module $m
            (memory (export "memory") 1)
            (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 64))
            (func (export "number") (result i32) (i32.const 7))
            (func (export "take") (param i32 i32) (result i32) (i32.const 7)))
          (core instance $i (instantiate $m))
          (func $number (result u32) (canon lift (core func $i "number")))
          (func $take (param "config" string) (result u32)
            (canon lift (core func $i "take") (memory (core memory $i "memory")) (realloc (core func $i "realloc"))))
          (instance $lifecycle
            (export "get-metadata" (func $number)) (export "init" (func $take)) (export "start" (func $number)) (export "stop" (func $number)))
          (export "phira:plugin/lifecycle@1.0.0" (instance $lifecycle)))
        """;

    private const string WrongParameters = """
        (component
          (core module $m (func (export "number") (result i32) (i32.const 7)))
          (core instance $i (instantiate $m))
          (func $number (result u32) (canon lift (core func $i "number")))
          (instance $lifecycle
            (export "get-metadata" (func $number)) (export "init" (func $number)) (export "start" (func $number)) (export "stop" (func $number)))
          (export "phira:plugin/lifecycle@1.0.0" (instance $lifecycle)))
        """;

    internal PluginHost Host { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Host.WithSample("welcome").WithSample("dice").With("idle", RepositoryFiles.Guest("idle"));
        Host.Directory.Write("no-manifest/readme.md", "nothing here");
        Put("broken-manifest", "name = \"broken-manifest\"\nversion = = 1\n");
        Put("unknown-key", "name = \"unknown-key\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\nauthr = \"me\"\n");
        Put("wrong-abi", "name = \"wrong-abi\"\nversion = \"1.0.0\"\nabi_version = \"2.0.0\"\n");
        Put("a-twin", "name = \"twin\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n");
        Put("b-twin", "name = \"twin\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n");
        Host.With("too-much", RepositoryFiles.Guest("idle"), "[limits]\nmax_memory = 99999999999\n")
            .With("no-provider", RepositoryFiles.Guest("idle"), "[dependencies]\nnobody = \"*\"\n")
            .With("core-module", RepositoryFiles.Guest("core-module"))
            .With("truncated", RepositoryFiles.Guest("truncated"))
            .With("teleport", RepositoryFiles.Guest("teleport"))
            .With("future", RepositoryFiles.Guest("future"))
            .With("no-lifecycle", RepositoryFiles.Guest("no-lifecycle"))
            .With("wrong-types", Wat.Assemble(WrongTypes))
            .With("wrong-parameters", Wat.Assemble(WrongParameters))
            .With("garbage", [.. "\0asm\r\0\u0001\0"u8, .. Enumerable.Repeat((byte)0xEE, 100)]);
        await Host.StartAsync();
    }

    /// <summary>Returns the errors that the report of an upload lists for the same folder.</summary>
    public async Task<IReadOnlyList<Error>> InspectAsync(string folder)
    {
        using var package = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(Host.Directory[folder], package);
        package.Position = 0;
        var packages = Host.Create<PluginPackages>();
        return (await packages.InspectAsync(package, new BareComponent(Language.English), CancellationToken.None)).Problems;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private void Put(string folder, string manifest)
    {
        Host.Directory.Write(Path.Combine(folder, "plugin.toml"), manifest);
        File.WriteAllBytes(Host.Directory[Path.Combine(folder, "guest.wasm")], RepositoryFiles.Guest("idle"));
    }
}
