using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Plugins.Contract;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Reflection;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

public sealed class ComponentTypeTests : IDisposable
{
    private readonly TemporaryDirectory _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task Functions_are_shown_as_WIT_writes_them()
    {
        var component = await ReadAsync(RepositoryFiles.Guest("echo"));

        Assert.Contains("on-event(event: event) -> result<event-outcome, string>", Shown(component.Exports, "event-handler"));
        Assert.Contains("save-state() -> result<list<u8>, string>", Shown(component.Exports, "state-handler"));
        Assert.Contains("kick-user(id: u32, reason: string) -> result<_, host-error>", Shown(component.Imports, "users"));
    }

    [Fact]
    public async Task The_types_read_from_the_WIT_files_are_those_that_the_official_tools_build()
    {
        var component = await ReadAsync(RepositoryFiles.Guest("echo"));

        foreach (var item in component.Imports.Concat(component.Exports).Where(item => item.Name.StartsWith("phira:", StringComparison.Ordinal)))
        {
            var known = PackageContract.Interfaces[item.Name["phira:plugin/".Length..^"@1.0.0".Length]];
            Assert.All(item.Functions, function => Assert.Equal(known.Functions[function.Name], function.Type));
        }

        var handlers = component.Exports.Select(item => item.Name).Where(name => name.Contains("-handler", StringComparison.Ordinal));
        Assert.Equal(8, handlers.Count());
        Assert.Empty(PackageContract.FindProblems(component, "init"));
        Assert.Empty(PackageContract.FindUnused(component));
    }

    [Fact]
    public async Task A_function_of_another_type_is_told_with_both_types()
    {
        var component = await ReadAsync(Wat.Assemble(
            """
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
              (instance $lifecycle (export "init" (func $take)) (export "start" (func $number)))
              (export "phira:plugin/lifecycle@1.0.0" (instance $lifecycle)))
            """));

        Assert.Equal(
            [
                "component.wrong_shape phira:plugin/lifecycle@1.0.0#init func(string) -> u32 ≠ func(string) -> result<_, string>",
                "component.wrong_shape phira:plugin/lifecycle@1.0.0#start func() -> u32 ≠ func() -> result<_, string>",
                "component.missing_export phira:plugin/lifecycle@1.0.0#get-metadata",
                "component.missing_export phira:plugin/lifecycle@1.0.0#stop",
            ],
            PackageContract.FindProblems(component, "init").Select(problem => $"{problem.Code} {string.Join(' ', problem.Arguments)}"));
    }

    [Fact]
    public async Task A_function_that_this_host_does_not_know_is_told()
    {
        var component = await ReadAsync(Wat.Assemble(
            """
            (component
              (import "phira:plugin/users@1.0.0" (instance (export "teleport" (func (param "id" u32))))))
            """));

        Assert.Contains(
            "component.unknown_import phira:plugin/users@1.0.0#teleport",
            PackageContract.FindProblems(component, "init").Select(problem => $"{problem.Code} {string.Join(' ', problem.Arguments)}"));
    }

    [Fact]
    public async Task Every_kind_of_type_can_be_shown()
    {
        var component = await ReadAsync(Wat.Assemble(
            """
            (component
              (import "x:y/z@1.0.0" (instance
                (export "colour" (type $colour (eq $given)))
                (export "thing" (type $thing (sub resource)))
                (export "all" (func
                  (param "a" (tuple bool s8 s16 s32 s64)) (param "b" (list (option char))) (param "c" (own $thing)) (param "d" (borrow $thing))
                  (param "e" $colour) (result (result (error f64))))))))
            """.Replace("(eq $given)", "(eq 0)", StringComparison.Ordinal)
            .Replace("(import \"x:y/z@1.0.0\" (instance", "(import \"x:y/z@1.0.0\" (instance (type (enum \"red\" \"blue\"))", StringComparison.Ordinal)));

        Assert.Equal(
            [
                "all(a: tuple<bool, s8, s16, s32, s64>, b: list<option<char>>, c: thing, d: borrow<thing>, e: colour) -> result<_, f64>",
            ],
            component.Imports[0].Functions.Select(function => function.Name + function.Shown));
    }

    [Fact]
    public async Task A_type_that_is_huge_when_written_out_is_cut_short()
    {
        var types = new StringBuilder();
        for (var i = 1; i <= 14; i++)
        {
            types.AppendLine($"(type (tuple {i - 1} {i - 1}))");
        }

        var component = await ReadAsync(Wat.Assemble(
            $"""
            (component (import "x:y/z@1.0.0" (instance
              (type (tuple u64 u64)) {types}
              (export "take" (func (param "huge" 14))))))
            """));

        Assert.True(component.Imports[0].Functions.Sum(function => function.Type.Length) < 100_000);
        Assert.Contains("...", component.Imports[0].Functions[0].Type, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Shown(IEnumerable<ReflectedItem> items, string name) =>
        items.Single(item => item.Name == $"phira:plugin/{name}@1.0.0").Functions.Select(function => function.Name + function.Shown);

    private async Task<ReflectedComponent> ReadAsync(byte[] bytes)
    {
        var cache = new CompileCache(_cache.Path, NullLogger<CompileCache>.Instance);
        var compiler = new ComponentCompiler(cache, TestCompiler.Workers, TestCompiler.Limits, TimeProvider.System);
        var compiled = await compiler.CompileAsync(bytes, new ResourceLimits(), TestContext.Current.CancellationToken);
        Assert.True(compiled.IsSuccess, compiled.Error?.Describe());
        using var component = compiled.Value;
        return component.ReadTypes();
    }
}
