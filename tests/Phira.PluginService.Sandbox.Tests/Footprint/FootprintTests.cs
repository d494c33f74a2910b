using FsCheck.Xunit;
using Phira.PluginService.Sandbox.Footprint;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Sandbox.Tests.Footprint;

/// <summary>The number of instances of a module is found whichever way it reaches its instantiation.</summary>
public sealed class FootprintTests
{
    private const string Module = "(core module $m (table 100 funcref))";

    [Theory]
    [InlineData($"{Module} (core instance (instantiate $m)) (core instance (instantiate $m))", 2)]
    [InlineData($"{Module}", 0)]
    [InlineData($"(component $c {Module} (core instance (instantiate $m))) (instance (instantiate $c)) (instance (instantiate $c)) (instance (instantiate $c))", 3)]
    [InlineData($"{Module} (component $c (core instance (instantiate $m)) (core instance (instantiate $m))) (instance (instantiate $c))", 2)]
    [InlineData($"{Module} (component $c (import \"given\" (core module $n)) (core instance (instantiate $n))) (instance (instantiate $c (with \"given\" (core module $m))))", 1)]
    [InlineData($"(component $c {Module} (export \"m\" (core module $m))) (instance $i (instantiate $c)) (alias export $i \"m\" (core module $n)) (core instance (instantiate $n))", 1)]
    [InlineData($"(component $c {Module} (core instance (instantiate $m))) (component $d (import \"c\" (component $e)) (instance (instantiate $e)) (instance (instantiate $e))) (instance (instantiate $d (with \"c\" (component $c))))", 2)]
    [InlineData($"{Module} (instance $b (export \"x\" (core module $m))) (component $c (import \"i\" (instance $i (export \"x\" (core module)))) (alias export $i \"x\" (core module $n)) (core instance (instantiate $n))) (instance (instantiate $c (with \"i\" (instance $b))))", 1)]
    [InlineData($"{Module} (export $again \"m\" (core module $m)) (core instance (instantiate $again))", 1)]
    public void Every_way_counts(string definitions, int instances) =>
        Assert.Equal(instances * 100 * 8, FootprintReader.Read(Wat.Assemble($"(component {definitions})")).TableBytes);

    [Theory]
    [InlineData("(table 5 9 funcref)", 5 * 8)]
    [InlineData("(table 5 9 funcref) (func (drop (table.grow 0 (ref.null func) (i32.const 1))))", 9 * 8 * 2)]
    [InlineData("(table 9 9 funcref) (func (drop (table.grow 0 (ref.null func) (i32.const 1))))", 9 * 8)]
    [InlineData("(func $f) (table 7 (ref func) (ref.func $f)) (table 3 externref)", 10 * 8)]
    [InlineData("(type $s (struct)) (table 7 (ref null $s) (struct.new $s)) (table 4 i31ref (ref.i31 (i32.add (i32.const 1) (i32.const 2))))", 11 * 8)]
    public void Every_form_of_a_table_is_read(string fields, long bytes) => Assert.Equal(
        bytes,
        FootprintReader.Read(Wat.Assemble($"(component (core module $m {fields}) (core instance (instantiate $m)))")).TableBytes);

    [Fact]
    public void Instances_that_double_with_each_level_are_not_counted_out_but_refused()
    {
        var component = $"(component $c0 {Module} (core instance (instantiate $m)))";
        for (var level = 1; level <= 60; level++)
        {
            component += $"(component $c{level} (instance (instantiate $c{level - 1})) (instance (instantiate $c{level - 1})))";
        }

        Assert.Equal(GuestFootprint.Unknown, FootprintReader.Read(Wat.Assemble($"(component {component} (instance (instantiate $c60)))")));
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("files")]
    [InlineData("hostile")]
    [InlineData("wasi")]
    public void What_toolchains_build_is_read(string guest) => AssertRead(RepositoryFiles.Guest(guest));

    [Theory]
    [InlineData("welcome")]
    [InlineData("dice")]
    public void The_sample_plugins_are_read(string plugin) => AssertRead(File.ReadAllBytes(RepositoryFiles.PathOf("plugins", plugin, $"{plugin}.wasm")));

    [Property]
    public bool Arbitrary_bytes_never_throw(byte[] tail) => FootprintReader.Read([.. "\0asm\r\0\u0001\0"u8, .. tail]).InstanceBytes > 0;

    private static void AssertRead(byte[] component)
    {
        var footprint = FootprintReader.Read(component);

        Assert.InRange(footprint.TableBytes, 1, 1024 * 1024);
        Assert.InRange(footprint.InstanceBytes, 1024, 1024 * 1024);
    }
}
