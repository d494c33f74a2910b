using FsCheck.Xunit;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Testing;

namespace Phira.PluginService.Sandbox.Tests.Compilation;

public sealed class ComponentReadingTests
{
    private const string Text = """
        (component
          (import "phira:plugin/log@1.0.0" (instance (export "write" (func (param "message" string)))))
          (import "loose" (func))
          (core module $m (func (export "run")))
          (core instance $i (instantiate $m))
          (func $f (canon lift (core func $i "run")))
          (instance $l (export "init" (func $f)))
          (export "phira:plugin/lifecycle@1.0.0" (instance $l))
          (export "extra" (func $f)))
        """;

    [Fact]
    public void Imports_and_exports_are_found_by_name()
    {
        var shape = ComponentReader.Read(Wat.Assemble(Text)).Value;

        Assert.Equal(["phira:plugin/log@1.0.0", "loose"], shape!.Imports);
        Assert.Equal(["phira:plugin/lifecycle@1.0.0", "extra"], shape.Exports);
    }

    [Fact]
    public void A_core_module_is_refused_with_the_way_out()
    {
        var error = ComponentReader.Read(Wat.Assemble("(module)")).Error;

        Assert.Equal("component.core_module", error?.Code.Value);
        Assert.Contains("wasm32-wasip2", error!.Remedy(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("(component)")]
    [InlineData("MZ\u0090\0")]
    public void Something_else_is_refused(string content) =>
        Assert.Equal("component.not_webassembly", ComponentReader.Read(System.Text.Encoding.Latin1.GetBytes(content)).Error?.Code.Value);

    [Fact]
    public void A_file_cut_short_is_refused_or_left_to_the_compiler()
    {
        var bytes = Wat.Assemble(Text);
        for (var length = 8; length < bytes.Length; length++)
        {
            var result = ComponentReader.Read(bytes.AsSpan(0, length));
            Assert.True(result.IsSuccess || result.Error.Code.Value == "component.truncated");
        }

        Assert.Equal("component.truncated", ComponentReader.Read(bytes.AsSpan(0, bytes.Length - 1)).Error?.Code.Value);
    }

    [Property]
    public bool Arbitrary_bytes_never_throw(byte[] tail)
    {
        byte[] bytes = [.. "\0asm\r\0\u0001\0"u8, .. tail];
        var result = ComponentReader.Read(bytes);
        return result.IsSuccess || result.Error.Code.Value == "component.truncated";
    }
}
